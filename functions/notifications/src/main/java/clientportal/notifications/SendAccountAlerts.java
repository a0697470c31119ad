package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.notifications.mail.AccessEndedMail;
import clientportal.notifications.mail.AddressChangedMail;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Tells who has an account, by a mail to the address that was proved, of what staff did to it: that
 * it is to move to another address, or that the access was taken away.
 *
 * <p>An event that comes twice is mailed once: who sends holds a lease before, and marks it after.
 * SES knows no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended.
 */
final class SendAccountAlerts {
  private final Table table;
  private final MailSender mails;
  private final MailLinks links;
  private final Clock clock;

  SendAccountAlerts(Table table, MailSender mails, MailLinks links, Clock clock) {
    this.table = table;
    this.mails = mails;
    this.links = links;
    this.clock = clock;
  }

  /** A mail that is to be sent, under the lease that was taken for it. */
  private record Alert(String firmName, EmailAddress address, Mail mail, Sending sending) {}

  void handle(EventMessage message) {
    message.read(table).flatMap(event -> Attempts.run(() -> start(event))).ifPresent(this::send);
  }

  private Optional<Alert> start(Event event) {
    Holder.Party holder = (Holder.Party) Holder.fromFields(event.data().map("holder"));
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key clientKey = TableKeys.client(holder.client());
    Key sendingKey = Sending.key(holder, event.id());
    Items items = table.read(List.of(accountKey, firmKey, clientKey, sendingKey));
    Sending sending = Sending.of(sendingKey, items);
    Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
    Client client = Client.fromItem(items.at(clientKey).orElseThrow());
    Optional<Alert> alert =
        sending.done()
            ? Optional.empty()
            : address(event, items.at(accountKey).map(Account::fromItem))
                .map(
                    address -> new Alert(firm.name(), address, mail(event, firm, client), sending));
    alert.ifPresent(is -> table.write(List.of(is.sending().take(clock.instant()))));
    return alert;
  }

  /** Returns the address that was proved, if there was one. */
  private static Optional<EmailAddress> address(Event event, Optional<Account> account) {
    return event
        .data()
        .optionalText("email")
        .map(EmailAddress::new)
        .or(() ->
            account
                .filter(is -> is.status() == AccountStatus.REVOKED)
                .filter(is -> is.activatedAt().isPresent())
                .map(Account::email));
  }

  private Mail mail(Event event, Firm firm, Client client) {
    return switch (event.type()) {
      case AddressChanged ->
          Mails.addressChanged(
              new AddressChangedMail(firm.name(), client.name(), links.site(firm.slug())));
      case AccessTakenAway, AccountRevoked ->
          Mails.accessEnded(new AccessEndedMail(firm.name(), client.name()));
      default -> throw new IllegalArgumentException("nobody is told of " + event.type());
    };
  }

  private void send(Alert alert) {
    mails.send(alert.firmName(), alert.address().value(), alert.mail());
    table.write(List.of(alert.sending().finish()));
  }
}
