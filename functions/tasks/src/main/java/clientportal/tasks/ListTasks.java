package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.PortalRole;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.records.AssignedTask;
import clientportal.access.records.Task;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the tasks of a client, newest first: to staff and members with full access all, to others
 * their own.
 */
record ListTasks(Access access, Table table) {
  /** A page of tasks, as the caller sees them. */
  record Found(List<JsonObject> tasks, Page page) {}

  private static final Comparator<AssignedTask> NEWEST_FIRST =
      Comparator.comparing((AssignedTask row) -> row.path().task().value()).reversed();

  Found handle(Caller caller, ClientPath client, ListedTasks listed) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.LIST_TASKS);
    PageQuery asked =
        listed.apply(
            Query.of(Query.Index.TABLE, TableKeys.people(client))
                .prefix(TaskKeys.TASK_PREFIX)
                .backwards());
    List<Capacity> capacities =
        reach.link().map(link -> link.holding(reach.now())).orElse(List.of());
    boolean staff = reach.staff().isPresent();
    if (!staff && capacities.stream().noneMatch(ListTasks::hasFullAccess)) {
      return ofAssignee(client, capacities, asked, listed.settled());
    }
    Page page = table.page(asked);
    return new Found(
        page.items().stream()
            .map(Task::fromItem)
            .map(staff ? TaskView::listedForStaff : TaskView::listed)
            .toList(),
        page);
  }

  private static boolean hasFullAccess(Capacity capacity) {
    return capacity.role().equals(Optional.of(PortalRole.FULL_ACCESS));
  }

  /** A person who is the client and a contact, too, has rows of both. */
  private Found ofAssignee(
      ClientPath client, List<Capacity> capacities, PageQuery asked, boolean settled) {
    Map<String, AssignedTask> rows = new LinkedHashMap<>();
    for (Capacity capacity : capacities) {
      Query query = query(client, RequestKeys.assigned(client, capacity.party(), settled), asked);
      table.page(query.limit(asked.limit() + 2)).items().stream()
          .map(AssignedTask::fromItem)
          .filter(row -> !asked.after().map(Position::key).equals(Optional.of(place(row).key())))
          .forEach(row -> rows.putIfAbsent(row.path().task().value(), row));
    }
    List<AssignedTask> all = rows.values().stream().sorted(NEWEST_FIRST).toList();
    List<AssignedTask> shown = all.stream().limit(asked.limit()).toList();
    Optional<Position> next =
        all.size() > shown.size() ? Optional.of(place(shown.getLast())) : Optional.empty();
    return new Found(shown.stream().map(TaskView::listed).toList(), new Page(List.of(), next));
  }

  /** Reads from where the page before ended; that row itself is left out later. */
  private static Query query(ClientPath client, String partition, PageQuery asked) {
    Query all = Query.of(Query.Index.TABLE, partition);
    String prefix = TaskKeys.tasksOf(client.client());
    Query rest =
        asked
            .after()
            .map(Position::sort)
            .map(sort -> sort.substring(TaskKeys.TASK_PREFIX.length()))
            .map(id -> all.between(prefix, prefix + id))
            .orElseGet(() -> all.prefix(prefix));
    return rest.backwards();
  }

  /** The place of a row in the list of all tasks of the client. */
  private static Position place(AssignedTask row) {
    Key key = TaskKeys.task(row.path());
    return new Position(key, key.sk());
  }
}
