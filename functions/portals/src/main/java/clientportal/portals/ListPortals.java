package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.Portal;
import clientportal.platform.http.Listed;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the portals of a firm by name. */
record ListPortals(Access access, Table table) {
  Listed<Portal> handle(Caller caller, FirmPath firm, ListedPage listed) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.READ_PORTAL);
    String partition = PortalKeys.portalNames(firm.firm(), listed.archived());
    return Listed.of(
        table.page(listed.apply(Query.of(Query.Index.NAMES, partition))), Portal::fromItem);
  }
}
