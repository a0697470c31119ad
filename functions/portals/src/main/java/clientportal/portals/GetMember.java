package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.Comparator;
import java.util.List;

/** Returns a member with the portals that let them in, the oldest first. */
record GetMember(Access access, Table table) {
  /** A member, and the portals that let them in. */
  record Found(Member member, List<Portal> portals) {}

  Found handle(Caller caller, MemberPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_PORTAL);
    Member member = Member.fromItem(reach.item(PortalKeys.member(path.firm(), path.member())));
    List<Key> keys =
        table
            .all(
                Query.of(
                        Query.Index.TABLE, PortalKeys.portalsOf(path.firm(), path.member()))
                    .consistently())
            .stream()
            .map(row -> PortalKeys.portal(PortalKeys.portalOf(row.key())))
            .toList();
    List<Portal> portals =
        keys.isEmpty()
            ? List.of()
            : table.read(keys).byKey().values().stream()
                .map(Portal::fromItem)
                .filter(portal -> portal.letsIn(member.id()))
                .sorted(Comparator.comparing(portal -> portal.path().portal().value()))
                .toList();
    return new Found(member, portals);
  }
}
