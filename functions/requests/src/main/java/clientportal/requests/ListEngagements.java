package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.Engagement;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the engagements of a client, newest first: to staff all, to others those in which something
 * is asked of them.
 */
record ListEngagements(Access access, Table table) {
  /** A page of engagements, as the caller sees them. */
  record Found(List<JsonObject> engagements, Page page) {}

  private static final Comparator<AssignedRequest> NEWEST_FIRST =
      Comparator.comparing((AssignedRequest row) -> row.path().engagement().value()).reversed();

  Found handle(Caller caller, ClientPath client, ListedRequests listed) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.LIST_ENGAGEMENTS);
    PageQuery asked =
        listed.apply(
            Query.of(Query.Index.TABLE, TableKeys.people(client))
                .prefix(RequestKeys.ENGAGEMENT_PREFIX)
                .backwards());
    if (reach.staff().isEmpty()) {
      return forReader(client, reach, asked, listed.settled());
    }
    Page page = table.page(asked);
    return new Found(
        page.items().stream().map(Engagement::fromItem).map(EngagementView::ofStaff).toList(),
        page);
  }

  /** A person who is the client and a contact, too, has rows of both. */
  private Found forReader(ClientPath client, Reach reach, PageQuery asked, boolean settled) {
    Map<String, AssignedRequest> rows = new LinkedHashMap<>();
    List<Capacity> capacities =
        reach.link().map(link -> link.holding(reach.now())).orElse(List.of());
    for (Capacity capacity : capacities) {
      Query query = query(client, capacity.party(), settled, asked);
      table.page(query.limit(asked.limit() + 2)).items().stream()
          .map(AssignedRequest::fromItem)
          .filter(row -> !asked.after().map(Position::key).equals(Optional.of(place(row).key())))
          .forEach(row -> rows.merge(row.path().engagement().value(), row, AssignedRequest::with));
    }
    List<AssignedRequest> all = new ArrayList<>(rows.values());
    all.sort(NEWEST_FIRST);
    List<AssignedRequest> shown = all.stream().limit(asked.limit()).toList();
    Optional<Position> next =
        all.size() > shown.size() ? Optional.of(place(shown.getLast())) : Optional.empty();
    return new Found(shown.stream().map(EngagementView::of).toList(), new Page(List.of(), next));
  }

  /** Reads from where the page before ended; that row itself is left out later. */
  private static Query query(
      ClientPath client, Recipient.Party party, boolean settled, PageQuery asked) {
    String prefix = RequestKeys.assignedIn(client.client());
    Query all = Query.of(Query.Index.TABLE, RequestKeys.assigned(client, party, settled));
    Query rest =
        asked
            .after()
            .map(Position::sort)
            .map(sort -> sort.substring(RequestKeys.ENGAGEMENT_PREFIX.length()))
            .map(id -> all.between(prefix, prefix + id))
            .orElseGet(() -> all.prefix(prefix));
    return rest.backwards();
  }

  /** The place of a row in the list of all engagements of the client. */
  private static Position place(AssignedRequest row) {
    var key = RequestKeys.engagement(row.path());
    return new Position(key, key.sk());
  }
}
