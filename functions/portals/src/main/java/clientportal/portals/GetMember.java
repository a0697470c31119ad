package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.MemberPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.access.records.Portals;
import clientportal.platform.table.Table;
import java.util.List;

/** Returns a member with the portals that let them in, the oldest first. */
record GetMember(Access access, Table table) {
  /** A member, and the portals that let them in. */
  record Found(Member member, List<Portal> portals) {}

  Found handle(Caller caller, MemberPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_PORTAL);
    Member member = Member.fromItem(reach.item(PortalKeys.member(path.firm(), path.member())));
    return new Found(member, Portals.of(path.firm(), member.id(), table));
  }
}
