package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Registration;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the registrations that wait for staff, newest first, with who may be the person. */
record ListRegistrations(Access access, Table table) {
  /** A page of registrations, and where the list continues. */
  record Listed(List<Registration> registrations, Page page) {}

  Listed handle(Caller caller, FirmPath path, Paging paging) {
    access.reach(caller, path, List.of()).require(Action.RESOLVE_REGISTRATIONS);
    Page page =
        table.page(
            paging.apply(
                Query.of(Query.Index.TABLE, TableKeys.registrations(path.firm()))
                    .prefix(TableKeys.PENDING_PREFIX)
                    .backwards()));
    List<Registration> waiting = page.items().stream().map(Registration::fromItem).toList();
    Items candidates =
        table.read(waiting.stream().flatMap(each -> each.candidateKeys().stream()).toList());
    return new Listed(waiting.stream().map(each -> each.named(candidates)).toList(), page);
  }
}
