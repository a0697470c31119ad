package clientportal.notifications;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.Language;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.Optional;

/**
 * The firm in whose name a person is mailed about their sign-in, which belongs to no firm: the
 * first whose client or contact they are, or the first in whose staff, or of whose portals they are
 * a member.
 *
 * @param asReader whether they sign in to the portal, and not as staff
 */
record FirstFirm(FirmId firm, boolean asReader) {
  static Optional<FirstFirm> of(Table table, PersonId person) {
    return first(table, person, TableKeys.PERSON_CLIENT_PREFIX)
        .map(key -> new FirstFirm(TableKeys.clientOfPerson(key).firm(), true))
        .or(() ->
            first(table, person, TableKeys.PERSON_STAFF_PREFIX)
                .map(key -> new FirstFirm(TableKeys.firmOfPerson(key), false)))
        .or(() ->
            first(table, person, PortalKeys.MEMBER_PREFIX)
                .map(key -> new FirstFirm(PortalKeys.firmOfMember(key), true)));
  }

  /** Returns the language of the firm, or the default for people of none. */
  static Language language(Optional<Firm> firm) {
    return firm.map(Firm::settings).orElse(Firm.Settings.DEFAULT).language();
  }

  private static Optional<Key> first(Table table, PersonId person, String prefix) {
    Query query =
        Query.of(Query.Index.TABLE, TableKeys.personPartition(person))
            .prefix(prefix)
            .consistently();
    return table.first(query).map(Item::key);
  }
}
