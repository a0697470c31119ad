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
import java.time.Instant;
import java.util.List;

/** Tells how far the sites of a firm are set up. */
record GetPortalSetup(Access access, Table table) {
  /** A page of sites, by slug, and what is the same for all of them. */
  record Found(Listed<Site> sites, boolean hasClients, Instant now) {}

  Found handle(Caller caller, FirmPath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE_FIRM);
    Query all =
        Query.of(Query.Index.TABLE, TableKeys.sites(path.firm()))
            .prefix(TableKeys.SITE_PREFIX)
            .consistently();
    Query clients = Query.of(Query.Index.NAMES, TableKeys.clientNames(path.firm()));
    return new Found(
        Listed.of(table.page(paging.apply(all)), Site::fromItem),
        table.first(clients).isPresent(),
        reach.now());
  }
}
