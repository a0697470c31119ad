package clientportal.notifications;

import clientportal.access.keys.TableKeys;
import clientportal.access.records.MailBudgets;
import clientportal.access.records.MailCause;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;

/**
 * The mails to a mailbox that strangers caused. A mail is counted in the transaction that starts
 * it, so that concurrent mails do not pass the limit.
 *
 * @param revision 0 if none was sent lately
 */
record MailLimit(Key key, MailBudgets mails, long revision) {
  /**
   * Returns the limit of a mailbox.
   *
   * @param key {@link TableKeys#mailLimit}, with which the items were read
   */
  static MailLimit of(Key key, Items items) {
    return items
        .at(key)
        .map(Item::fields)
        .map(fields ->
            new MailLimit(key, MailBudgets.fromFields(fields), fields.number(Item.REVISION)))
        .orElseGet(() -> new MailLimit(key, MailBudgets.UNUSED, 0));
  }

  /** Tells whether one more mail may be sent. */
  boolean admits(Instant now) {
    return mails.admits(MailCause.STRANGER, now);
  }

  /** Counts one more mail. */
  Write count(Instant now) {
    Item item =
        Fields.of()
            .withAll(mails.count(MailCause.STRANGER, now).toFields())
            .with(Item.REVISION, revision + 1)
            .with(Item.EXPIRES_AT_EPOCH, now.plus(MailBudgets.DAY).getEpochSecond())
            .at(key);
    return revision == 0 ? Write.create(item) : Write.replace(item, revision);
  }
}
