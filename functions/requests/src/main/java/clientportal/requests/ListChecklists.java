package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.http.Listed;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the checklists of a firm by name, without their items. */
record ListChecklists(Access access, Table table) {
  Listed<Checklist> handle(Caller caller, FirmPath firm, ListedPage listed) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.WRITE_CHECKLISTS);
    String partition = RequestKeys.checklistNames(firm.firm(), listed.archived());
    return Listed.of(
        table.page(listed.apply(Query.of(Query.Index.NAMES, partition))), Checklist::fromItem);
  }
}
