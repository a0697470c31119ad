package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.StaffMember;
import clientportal.notifications.mail.Reader;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;

/** The readers of mails, by the names that their firms have of them. */
final class Readers {
  private Readers() {}

  /**
   * Returns the holder of an account as a reader.
   *
   * @param items read with {@link TableKeys#holder}
   */
  static Reader of(Holder holder, Items items) {
    return items
        .at(TableKeys.holder(holder))
        .map(item -> new Reader(name(holder, item)))
        .orElse(Reader.UNKNOWN);
  }

  private static String name(Holder holder, Item item) {
    return switch (holder) {
      case Holder.Staff _ -> StaffMember.fromItem(item).name();
      case Holder.Party(var _, Recipient.Client _) -> Client.fromItem(item).name();
      case Holder.Party(var _, Recipient.Contact _) -> Contact.fromItem(item).name();
    };
  }
}
