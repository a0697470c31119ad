package clientportal.access.keys;

/** What the key of an item in the partition of an address says about the owner of the address. */
public sealed interface AddressItem {

  /** A staff member, whose id is in the item. */
  record OfStaff() implements AddressItem {}

  /** A client or contact. */
  record OfParty(Holder.Party party) implements AddressItem {}

  /** A pending registration, whose id is in the item. */
  record OfRegistration() implements AddressItem {}
}
