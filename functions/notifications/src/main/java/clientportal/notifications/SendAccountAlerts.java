package clientportal.notifications;

import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
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
record SendAccountAlerts(Table table, MailSender mails, MailLinks links, Clock clock) {
  /** A mail that is to be sent, under the lease that was taken for it. */
  private record Alert(String firmName, EmailAddress address, Mail mail, Sending sending) {}

  void handle(EventMessage message) {
    message
        .read(table)
        .flatMap(
            event -> Attempts.run(() -> start(event.id(), event.data(Subscription.Alerts.class))))
        .ifPresent(this::send);
  }

  private Optional<Alert> start(EventId event, Subscription.Alerts data) {
    Holder.Party holder = data.holder();
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key clientKey = TableKeys.client(holder.client());
    Key sendingKey = Sending.key(holder, event);
    Items items = table.read(List.of(accountKey, firmKey, clientKey, sendingKey));
    Sending sending = Sending.of(sendingKey, items);
    Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
    Client client = Client.fromItem(items.at(clientKey).orElseThrow());
    Optional<Alert> alert =
        sending.done()
            ? Optional.empty()
            : address(data, items.at(accountKey).map(Account::fromItem))
                .map(address -> new Alert(firm.name(), address, mail(data, firm, client), sending));
    alert.ifPresent(is -> table.write(List.of(is.sending().take(clock.instant()))));
    return alert;
  }

  /** Returns the address that was proved, if there was one. */
  private static Optional<EmailAddress> address(
      Subscription.Alerts data, Optional<Account> account) {
    return switch (data) {
      case AddressChanged changed -> Optional.of(changed.email());
      case AccessTakenAway taken -> Optional.of(taken.email());
      case AccountRevoked _ ->
          account
              .filter(is -> is.status() == AccountStatus.REVOKED)
              .filter(is -> is.activatedAt().isPresent())
              .map(Account::email);
    };
  }

  private Mail mail(Subscription.Alerts data, Firm firm, Client client) {
    return switch (data) {
      case AddressChanged _ ->
          Mails.addressChanged(
              new AddressChangedMail(firm.name(), client.name(), links.site(firm.slug())));
      case AccessTakenAway _, AccountRevoked _ ->
          Mails.accessEnded(new AccessEndedMail(firm.name(), client.name()));
    };
  }

  private void send(Alert alert) {
    mails.send(alert.firmName(), alert.address().value(), alert.mail());
    table.write(List.of(alert.sending().finish()));
  }
}
