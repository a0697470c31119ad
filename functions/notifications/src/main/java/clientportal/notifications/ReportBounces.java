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
import clientportal.access.records.Member;
import clientportal.access.records.StaffMember;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.BounceMail;
import clientportal.notifications.mail.BounceReason;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notifies the person who sent an invitation, by a mail at once, that it did not arrive. Nobody is
 * notified if the inviter is no longer enabled or the account has been invited again.
 */
record ReportBounces(Table table, MailSender mails, MailLinks links, Clock clock) {
  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event ->
            new EventMails(table, mails, clock)
                .send(() ->
                    switch (event.data(Subscription.Bounces.class)) {
                      case AccountBounced bounced -> report(event.id(), bounced);
                    }));
  }

  private Optional<EventMail> report(EventId event, AccountBounced data) {
    Holder holder = data.holder();
    Key leaseKey = TableKeys.notified(holder, event);
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Optional<Key> inviterKey = inviter(data.invitedBy(), holder);
    List<Key> keys = new ArrayList<>(List.of(leaseKey, accountKey, firmKey));
    keys.addAll(named(holder));
    inviterKey.ifPresent(keys::add);
    Items items = table.read(keys.stream().distinct().toList());
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(account -> account.status() == AccountStatus.BOUNCED)
        .filter(account -> account.lastInvitedAt().equals(data.invitedAt()))
        .flatMap(account ->
            inviterKey
                .flatMap(items::at)
                .flatMap(inviter ->
                    address(data.invitedBy(), inviter)
                        .map(address -> {
                          Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
                          Mail mail =
                              Mails.in(firm.settings().language())
                                  .bounce(
                                      reader(data.invitedBy(), inviter),
                                      bounce(data, account, firm, items));
                          return new EventMail(
                              MailLease.of(leaseKey, items), Sender.of(firm), address, mail);
                        })));
  }

  /** Returns the keys of the items with the names of the invited person and their client. */
  private static List<Key> named(Holder holder) {
    return switch (holder) {
      case Holder.Staff _, Holder.Member _ -> List.of(TableKeys.holder(holder));
      case Holder.Party party -> List.of(TableKeys.holder(party), TableKeys.client(party.client()));
    };
  }

  /** Returns the key of the item with the inviter's address. */
  private static Optional<Key> inviter(Actor inviter, Holder holder) {
    return switch (inviter.as()) {
      case STAFF -> Optional.of(TableKeys.staff(holder.firm(), new StaffId(inviter.id())));
      case OPERATOR -> inviter.person().map(TableKeys::person);
      case CLIENT, CONTACT, MEMBER, PORTAL -> Optional.empty();
    };
  }

  private static Optional<EmailAddress> address(Actor inviter, Item item) {
    return inviter.as() == Actor.As.STAFF
        ? Optional.of(StaffMember.fromItem(item))
            .filter(member -> member.enabled() && member.account().receives())
            .map(StaffMember::email)
        : Optional.of(new EmailAddress(item.fields().text("email")));
  }

  /** An operator has no name. */
  private static Reader reader(Actor inviter, Item item) {
    return inviter.as() == Actor.As.STAFF
        ? new Reader(StaffMember.fromItem(item).name())
        : Reader.UNKNOWN;
  }

  private BounceMail bounce(AccountBounced data, Account account, Firm firm, Items items) {
    BounceReason why = BounceReason.of(data.why());
    String address = account.email().value();
    Letterhead from = Sender.of(firm).letterhead();
    Item holder = items.at(TableKeys.holder(account.holder())).orElseThrow();
    return switch (account.holder()) {
      case Holder.Staff _ -> {
        String name = StaffMember.fromItem(holder).name();
        String link = links.staff(firm.id().value());
        yield new BounceMail(from, name, true, null, address, why, link);
      }
      case Holder.Member _ -> {
        String name = Member.fromItem(holder).name();
        String link = links.staff(firm.id().value());
        yield new BounceMail(from, name, false, null, address, why, link);
      }
      case Holder.Party(ClientPath path, Recipient.OfClient party) -> {
        String client = Client.fromItem(items.at(TableKeys.client(path)).orElseThrow()).name();
        String link = links.staffClient(path.firm().value(), path.client().value());
        yield switch (party) {
          case Recipient.Client _ -> new BounceMail(from, client, false, null, address, why, link);
          case Recipient.Contact _ -> {
            String name = Contact.fromItem(holder).name();
            yield new BounceMail(from, name, false, client, address, why, link);
          }
        };
      }
    };
  }
}
