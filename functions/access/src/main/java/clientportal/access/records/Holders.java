package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import java.util.Optional;

/** The holders of accounts, by the names that firms have. */
public final class Holders {
  private Holders() {}

  /**
   * Returns the name of a holder; empty if they do not exist.
   *
   * @param items read with {@link TableKeys#holder}
   */
  public static Optional<String> name(Holder holder, Items items) {
    return items.at(TableKeys.holder(holder)).map(item -> name(holder, item));
  }

  /**
   * Returns the phone number of a client or contact, E.164; empty if there is none on file.
   *
   * @param items read with {@link TableKeys#holder}
   */
  public static Optional<String> phone(Holder holder, Items items) {
    return items
        .at(TableKeys.holder(holder))
        .flatMap(item ->
            switch (holder) {
              case Holder.Staff _, Holder.Member _ -> Optional.empty();
              case Holder.Party(var _, Recipient.Client _) -> Client.fromItem(item).phone();
              case Holder.Party(var _, Recipient.Contact _) -> Contact.fromItem(item).phone();
            });
  }

  private static String name(Holder holder, Item item) {
    return switch (holder) {
      case Holder.Staff _ -> StaffMember.fromItem(item).name();
      case Holder.Member _ -> Member.fromItem(item).name();
      case Holder.Party(var _, Recipient.Client _) -> Client.fromItem(item).name();
      case Holder.Party(var _, Recipient.Contact _) -> Contact.fromItem(item).name();
    };
  }
}
