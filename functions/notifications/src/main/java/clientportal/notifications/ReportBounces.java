package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Firm;
import clientportal.access.records.StaffMember;
import clientportal.notifications.mail.BounceMail;
import clientportal.notifications.mail.BounceReason;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells who invited somebody, by a mail at once, that the invitation did not arrive. Who is no
 * longer enabled is not told, and nobody is once the account was invited again.
 *
 * <p>An event that comes twice is mailed once, as with invitations.
 */
record ReportBounces(Table table, MailSender mails, MailLinks links, Clock clock) {
  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event -> {
          AccountBounced bounced =
              switch (event.data(Subscription.Bounces.class)) {
                case AccountBounced data -> data;
              };
          Attempts.run(() -> start(event.id(), bounced)).ifPresent(Runnable::run);
        });
  }

  /** Takes the lease; returns what is left to do. */
  private Optional<Runnable> start(EventId event, AccountBounced data) {
    Holder holder = data.holder();
    Actor inviter = data.invitedBy();
    Key sendingKey = Sending.key(holder, event);
    List<Key> keys = new ArrayList<>(List.of(TableKeys.account(holder), sendingKey));
    keys.add(TableKeys.firm(holder.firm()));
    keys.addAll(holders(holder));
    inviter(inviter, holder).ifPresent(keys::add);
    Items items = table.read(keys.stream().distinct().toList());
    Sending sending = Sending.of(sendingKey, items);
    Optional<Account> bounced =
        items
            .at(TableKeys.account(holder))
            .map(Account::fromItem)
            .filter(account -> account.status() == AccountStatus.BOUNCED)
            .filter(account -> account.lastInvitedAt().equals(data.invitedAt()));
    Optional<EmailAddress> addressee = address(inviter, holder, items);
    if (sending.done() || bounced.isEmpty() || addressee.isEmpty()) {
      return Optional.empty();
    }
    Firm firm = Firm.fromItem(items.at(TableKeys.firm(holder.firm())).orElseThrow());
    Mail mail = Mails.bounce(bounce(data, bounced.get(), firm, items));
    table.write(List.of(sending.take(clock.instant())));
    return Optional.of(() -> {
      mails.send(firm.name(), addressee.get().value(), mail);
      table.write(List.of(sending.finish()));
    });
  }

  /** Returns the items that say what the invited one is called. */
  private static List<Key> holders(Holder holder) {
    return switch (holder) {
      case Holder.Staff staff -> List.of(TableKeys.holder(staff));
      case Holder.Party party ->
          Stream.of(TableKeys.holder(party), TableKeys.client(party.client())).distinct().toList();
    };
  }

  /** Returns the item that says where mail to the inviter goes. */
  private static Optional<Key> inviter(Actor inviter, Holder holder) {
    return switch (inviter.as()) {
      case STAFF -> Optional.of(TableKeys.staff(holder.firm(), new StaffId(inviter.id())));
      case OPERATOR -> inviter.person().map(TableKeys::person);
      case CLIENT, CONTACT, PORTAL -> Optional.empty();
    };
  }

  private static Optional<EmailAddress> address(Actor inviter, Holder holder, Items items) {
    Optional<Item> item = inviter(inviter, holder).flatMap(items::at);
    return inviter.as() == Actor.As.STAFF
        ? item.map(StaffMember::fromItem)
            .filter(member -> member.enabled() && member.account().receives())
            .map(StaffMember::email)
        : item.map(read -> new EmailAddress(read.fields().text("email")));
  }

  private BounceMail bounce(AccountBounced data, Account account, Firm firm, Items items) {
    BounceReason why = BounceReason.of(data.why());
    String address = account.email().value();
    Item holder = items.at(TableKeys.holder(account.holder())).orElseThrow();
    return switch (account.holder()) {
      case Holder.Staff staff ->
          new BounceMail(
              firm.name(),
              StaffMember.fromItem(holder).name(),
              true,
              null,
              address,
              why,
              links.staff(firm.id().value()));
      case Holder.Party(ClientPath path, Recipient.Client _) ->
          new BounceMail(
              firm.name(), Client.fromItem(holder).name(), false, null, address, why, link(path));
      case Holder.Party(ClientPath path, Recipient.Contact _) ->
          new BounceMail(
              firm.name(),
              Contact.fromItem(holder).name(),
              false,
              Client.fromItem(items.at(TableKeys.client(path)).orElseThrow()).name(),
              address,
              why,
              link(path));
    };
  }

  private String link(ClientPath path) {
    return links.staffClient(path.firm().value(), path.client().value());
  }
}
