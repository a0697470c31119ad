package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists a firm's sites, newest first. */
record ListSites(Access access, Table table) {
  Listed<Site> handle(Caller caller, FirmPath firm, Paging paging) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.READ_FIRM);
    Query all = Query.of(Query.Index.NAMES, TableKeys.siteNames(firm.firm()));
    return Listed.of(table.page(paging.apply(all.backwards())), Site::fromItem);
  }
}
