package clientportal.access.records;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.AddressItem;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The owners of an address in a firm: a staff member, a member of portals and a pending
 * registration, if there are, and the clients and contacts; if there are very many, only some are
 * read.
 */
public record AddressOwners(
    FirmId firm, List<Holder> holders, Optional<RegistrationId> registration) {

  /** The most owners that are read; two more keys are read of each. */
  private static final int MOST = 40;

  public AddressOwners {
    holders = List.copyOf(holders);
  }

  /** Reads the owners consistently. */
  public static AddressOwners read(Table table, FirmId firm, EmailAddress email) {
    // Backwards, because staff, member and registration sort last and must not be left out.
    Page page =
        table.page(
            Query.of(Query.Index.TABLE, TableKeys.address(firm, email))
                .consistently()
                .backwards()
                .limit(MOST));
    List<Holder> holders = new ArrayList<>();
    Optional<RegistrationId> registration = Optional.empty();
    for (Item item : page.items()) {
      switch (AddressItem.of(firm, item.key())) {
        case AddressItem.OfStaff() ->
            holders.add(new Holder.Staff(firm, new StaffId(item.fields().text("staffId"))));
        case AddressItem.OfMember() -> holders.add(new Holder.Member(firm, Member.idOf(item)));
        case AddressItem.OfParty(Holder.Party party) -> holders.add(party);
        case AddressItem.OfRegistration() ->
            registration = Optional.of(new RegistrationId(item.fields().text("registrationId")));
      }
    }
    return new AddressOwners(firm, holders, registration);
  }

  /** Returns the keys of the owners' items and accounts. */
  public List<Key> keys() {
    return holders.stream()
        .flatMap(holder -> List.of(TableKeys.holder(holder), TableKeys.account(holder)).stream())
        .toList();
  }

  /** Returns the clients and contacts. */
  public List<Holder.Party> parties() {
    return holders.stream()
        .filter(Holder.Party.class::isInstance)
        .map(Holder.Party.class::cast)
        .toList();
  }

  /** Returns the active account that a person already has with this address, if there is one. */
  public Optional<Account> accountOf(PersonId person, Items items) {
    return holders.stream()
        .filter(holder -> isOpen(holder, items))
        .flatMap(holder -> items.at(TableKeys.account(holder)).stream())
        .map(Account::fromItem)
        .filter(account -> account.status() == AccountStatus.ACTIVE)
        .filter(account -> account.person().stream().anyMatch(person::equals))
        .findFirst();
  }

  /** A disabled staff member does not count. */
  private static boolean isOpen(Holder holder, Items items) {
    return items
        .at(TableKeys.holder(holder))
        .filter(item -> !(holder instanceof Holder.Staff) || StaffMember.fromItem(item).enabled())
        .isPresent();
  }
}
