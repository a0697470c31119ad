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
import clientportal.notifications.mail.Sender;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Notifies the holder of an account of what staff did to it, by a mail to the proved address: that
 * the account is to move to another address, or that the access was taken away.
 */
record SendAccountAlerts(Table table, MailSender mails, MailLinks links, Clock clock) {
  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event ->
            new EventMails(table, mails, clock)
                .send(() -> alert(event.id(), event.data(Subscription.Alerts.class))));
  }

  private Optional<EventMail> alert(EventId event, Subscription.Alerts data) {
    Holder.Party holder = data.holder();
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key clientKey = TableKeys.client(holder.client());
    Key leaseKey = TableKeys.notified(holder, event);
    Items items = table.read(List.of(accountKey, firmKey, clientKey, leaseKey));
    Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
    Client client = Client.fromItem(items.at(clientKey).orElseThrow());
    Mail mail = mail(data, firm, client);
    return address(data, items.at(accountKey).map(Account::fromItem))
        .map(address ->
            new EventMail(MailLease.of(leaseKey, items), Sender.of(firm), address, mail));
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
}
