package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.FirmId;
import clientportal.platform.table.Key;

/** What the key of an item in the partition of an address says about the owner of the address. */
public sealed interface AddressItem {

  /** A staff member, whose id is in the item. */
  record OfStaff() implements AddressItem {}

  /** A member of the firm's portals; the item has their id. */
  record OfMember() implements AddressItem {}

  /** A client or contact. */
  record OfParty(Holder.Party party) implements AddressItem {}

  /** A pending registration, whose id is in the item. */
  record OfRegistration() implements AddressItem {}

  /**
   * Reads a key that {@link TableKeys} built in the partition of an address. It is not read there,
   * because every function loads the keys, and few need what this needs.
   */
  static AddressItem of(FirmId firm, Key key) {
    String[] ids = key.sk().split("#", -1);
    return switch (ids[0]) {
      case "STAFF" -> new OfStaff();
      case "MEMBER" -> new OfMember();
      case "CLIENT" -> party(firm, ids[1], Recipient.CLIENT);
      case "CONTACT" -> party(firm, ids[1], new Recipient.Contact(new ContactId(ids[2])));
      case "REGISTRATION" -> new OfRegistration();
      default -> throw new IllegalArgumentException("not the key of an address");
    };
  }

  private static AddressItem party(FirmId firm, String client, Recipient.OfClient party) {
    return new OfParty(new Holder.Party(new ClientPath(firm, new ClientId(client)), party));
  }
}
