package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Portal;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Table;
import java.util.List;

/** Returns a portal: to staff with its members, to a member without the others. */
record GetPortal(Access access, Table table) {
  /** The portal as the caller sees it. */
  record Found(Portal portal, JsonObject view) {}

  Found handle(Caller caller, PortalPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_PORTAL);
    Portal portal = Portal.fromItem(reach.item(PortalKeys.portal(path)));
    if (reach.staff().isPresent()) {
      return new Found(portal, PortalView.whole(WholePortal.read(portal, table)));
    }
    return new Found(
        portal,
        PortalView.ofMember(
            WholePortal.withoutMembers(portal, table),
            Affiliations.member(path.firm(), reach.person(), reach.items()).orElseThrow()));
  }
}
