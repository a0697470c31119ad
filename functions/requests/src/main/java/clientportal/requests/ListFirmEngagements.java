package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Engagement;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the engagements of all clients of a firm by due date, with the names of the clients. */
record ListFirmEngagements(Access access, Table table) {
  /** An engagement, and the client's name. */
  record Named(Engagement engagement, String clientName) {}

  /** A page of engagements. */
  record Found(List<Named> engagements, Page page) {}

  Found handle(Caller caller, FirmPath firm, ListedByStatus listed) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.LIST_CLIENTS);
    Page page =
        table.page(
            listed.apply(status ->
                Query.of(Query.Index.NAMES, RequestKeys.engagements(firm.firm(), status.text()))));
    List<Engagement> engagements = page.items().stream().map(Engagement::fromItem).toList();
    List<Key> keys = engagements.stream().map(ListFirmEngagements::client).distinct().toList();
    if (keys.isEmpty()) {
      return new Found(List.of(), page);
    }
    Items clients = table.read(keys);
    return new Found(
        engagements.stream()
            .map(each -> new Named(each, Client.fromItem(clients.require(client(each))).name()))
            .toList(),
        page);
  }

  private static Key client(Engagement engagement) {
    return TableKeys.client(engagement.path().client());
  }
}
