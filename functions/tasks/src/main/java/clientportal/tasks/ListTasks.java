package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.SettledPage;
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
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lists the tasks of a client, newest first: to staff and members with full access all, to others
 * those that are assigned to them.
 */
record ListTasks(Access access, Table table) {
  /** A page of tasks, as the caller sees them. */
  record Found(List<JsonObject> tasks, Page page) {}

  Found handle(Caller caller, ClientPath client, SettledPage listed) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.LIST_TASKS);
    PageQuery asked =
        listed.apply(
            Query.of(Query.Index.TABLE, TableKeys.people(client))
                .prefix(TaskKeys.TASK_PREFIX)
                .backwards());
    List<Capacity> capacities =
        reach.link().map(link -> link.holding(reach.now())).orElse(List.of());
    if (reach.staff().isPresent()) {
      Page page = table.page(asked);
      return new Found(
          page.items().stream().map(Task::fromItem).map(TaskView::listed).toList(), page);
    }
    if (capacities.stream().anyMatch(ListTasks::hasFullAccess)) {
      Page page = table.page(asked);
      return new Found(
          page.items().stream().map(Task::fromItem).map(TaskView::summary).toList(), page);
    }
    return assigned(client, capacities, asked, listed.settled());
  }

  private static boolean hasFullAccess(Capacity capacity) {
    return capacity.role().filter(role -> role == PortalRole.FULL_ACCESS).isPresent();
  }

  /** A person who is the client and a contact, too, has rows of both. */
  private Found assigned(
      ClientPath client, List<Capacity> capacities, PageQuery asked, boolean settled) {
    NavigableMap<String, AssignedTask> rows = new TreeMap<>();
    for (Capacity capacity : capacities) {
      String partition = RequestKeys.assigned(client, capacity.party(), settled);
      table.page(query(partition, asked).limit(asked.limit() + 2)).items().stream()
          .map(AssignedTask::fromItem)
          .filter(row -> row.path().client().equals(client))
          .filter(row -> !asked.after().map(Position::key).equals(Optional.of(place(row))))
          .forEach(row -> rows.put(row.path().task().value(), row));
    }
    List<AssignedTask> shown = rows.descendingMap().values().stream().limit(asked.limit()).toList();
    Optional<Position> next =
        rows.size() > shown.size()
            ? Optional.of(new Position(place(shown.getLast()), place(shown.getLast()).sk()))
            : Optional.empty();
    return new Found(shown.stream().map(TaskView::of).toList(), new Page(List.of(), next));
  }

  /** Reads from where the page before ended; that row itself is left out later. */
  private static Query query(String partition, PageQuery asked) {
    Query all = Query.of(Query.Index.TABLE, partition);
    return asked
        .after()
        .map(Position::sort)
        .map(last -> all.between(TaskKeys.TASK_PREFIX, last))
        .orElseGet(() -> all.prefix(TaskKeys.TASK_PREFIX))
        .backwards();
  }

  /** The place of a row in the list of all tasks of the client. */
  private static Key place(AssignedTask row) {
    return TaskKeys.task(row.path());
  }
}
