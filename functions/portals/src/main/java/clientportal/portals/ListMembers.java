package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.NameFilter;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.Member;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the members of a firm's portals by name. */
record ListMembers(Access access, Table table) {
  Listed<Member> handle(Caller caller, FirmPath firm, NameFilter names, Paging paging) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.READ_PORTAL);
    Query all = Query.of(Query.Index.NAMES, PortalKeys.memberNames(firm.firm()));
    return Listed.of(table.page(paging.apply(names.narrow(all), names.faults())), Member::fromItem);
  }
}
