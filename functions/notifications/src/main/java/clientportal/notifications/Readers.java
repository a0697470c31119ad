package clientportal.notifications;

import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Holders;
import clientportal.notifications.mail.Reader;
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
    return Holders.name(holder, items).map(Reader::new).orElse(Reader.UNKNOWN);
  }
}
