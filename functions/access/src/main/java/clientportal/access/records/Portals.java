package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalKeys;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.Comparator;
import java.util.List;

/** Finds the portals that let a member in. */
public final class Portals {
  private Portals() {}

  /** Returns them, the oldest first. */
  public static List<Portal> of(FirmId firm, MemberId member, Table table) {
    List<Key> keys =
        table
            .all(Query.of(Query.Index.TABLE, PortalKeys.portalsOf(firm, member)).consistently())
            .stream()
            .map(row -> PortalKeys.portal(PortalKeys.portalOf(row.key())))
            .toList();
    return keys.isEmpty()
        ? List.of()
        : table.read(keys).byKey().values().stream()
            .map(Portal::fromItem)
            .filter(portal -> portal.letsIn(member))
            .sorted(Comparator.comparing(portal -> portal.path().portal().value()))
            .toList();
  }
}
