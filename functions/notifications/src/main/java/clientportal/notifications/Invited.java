package clientportal.notifications;

import clientportal.access.ids.EventId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailSender;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * One whose account waits for its holder to come in, and to whom the mail of an event is to be sent
 * yet.
 */
record Invited(Account account, Firm firm, Sending sending) {

  static Optional<Invited> read(Table table, Holder holder, EventId event) {
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key sendingKey = Sending.key(holder, event);
    Items items = table.read(List.of(accountKey, firmKey, sendingKey));
    Sending sending = Sending.of(sendingKey, items);
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(account -> account.isOpen() && !sending.done())
        .map(account ->
            new Invited(account, Firm.fromItem(items.at(firmKey).orElseThrow()), sending));
  }

  /** Sends the mail that was started for the invited one, and says so. */
  void send(Mail mail, MailSender mails, Table table) {
    mails.send(firm.name(), account.invitedAddress().value(), mail);
    table.write(List.of(sending.finish()));
  }
}
