package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.NameFilter;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists a firm's clients by name, or only those whose name begins with a text. */
record ListClients(Access access, Table table) {
  Listed<Client> handle(Caller caller, FirmPath firm, NameFilter names, Paging paging) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.LIST_CLIENTS);
    Query all = Query.of(Query.Index.NAMES, TableKeys.clientNames(firm.firm()));
    return Listed.of(table.page(paging.apply(names.narrow(all), names.faults())), Client::fromItem);
  }
}
