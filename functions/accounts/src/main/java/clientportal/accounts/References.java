package clientportal.accounts;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.function.Function;

/** The firms and clients to which a person belongs, or once belonged. */
final class References {
  private References() {}

  /** Returns the firms in whose staff the person is. */
  static List<FirmId> staffOf(Table table, PersonId person) {
    return read(table, person, TableKeys.PERSON_STAFF_PREFIX, TableKeys::firmOfPerson);
  }

  /** Returns the clients as which, or as whose contact, the person has an account. */
  static List<ClientPath> clientOf(Table table, PersonId person) {
    return read(table, person, TableKeys.PERSON_CLIENT_PREFIX, TableKeys::clientOfPerson);
  }

  /** Returns the firms whose portals the person is a member of. */
  static List<FirmId> memberOf(Table table, PersonId person) {
    return read(table, person, PortalKeys.MEMBER_PREFIX, PortalKeys::firmOfMember);
  }

  private static <T> List<T> read(
      Table table, PersonId person, String prefix, Function<Key, T> reference) {
    Query query =
        Query.of(Query.Index.TABLE, TableKeys.personPartition(person))
            .prefix(prefix)
            .consistently();
    return table.all(query).stream().map(Item::key).map(reference).toList();
  }
}
