package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/** Lists a firm's clients by name, or only those whose name begins with a text. */
record ListClients(Access access, Table table) {
  Listed<Client> handle(Caller caller, FirmPath firm, Optional<String> beginning, Paging paging) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.LIST_CLIENTS);
    Query all = Query.of(Query.Index.NAMES, TableKeys.clientNames(firm.firm()));
    Query named =
        beginning
            .map(TableKeys::namePrefix)
            .filter(prefix -> !prefix.isEmpty())
            .map(all::prefix)
            .orElse(all);
    return Listed.of(table.page(paging.apply(named, faults(beginning))), Client::fromItem);
  }

  /** The gateway replaces what is not UTF-8, and no name begins with the replacement. */
  private static List<Fault> faults(Optional<String> beginning) {
    return beginning.filter(text -> text.indexOf('\uFFFD') >= 0).isPresent()
        ? List.of(Fault.parameter("name", Fault.Code.FORMAT, "must be in UTF-8"))
        : List.of();
  }
}
