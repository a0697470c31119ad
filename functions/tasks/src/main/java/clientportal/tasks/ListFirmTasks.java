package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Task;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the tasks of all clients of a firm by due date, with the names of the clients. */
record ListFirmTasks(Access access, Table table) {
  /** A task, and the client's name. */
  record Named(Task task, String clientName) {}

  /** A page of tasks. */
  record Found(List<Named> tasks, Page page) {}

  Found handle(Caller caller, FirmPath firm, ListedByStatus listed) {
    Reach reach = access.reach(caller, firm, List.of());
    reach.require(Action.LIST_CLIENTS);
    Page page =
        table.page(
            listed.apply(
                status -> Query.of(Query.Index.NAMES, TaskKeys.tasks(firm.firm(), status.text()))));
    List<Task> tasks = page.items().stream().map(Task::fromItem).toList();
    List<Key> keys = tasks.stream().map(ListFirmTasks::client).distinct().toList();
    if (keys.isEmpty()) {
      return new Found(List.of(), page);
    }
    Items clients = table.read(keys);
    return new Found(
        tasks.stream()
            .map(each -> new Named(each, Client.fromItem(clients.require(client(each))).name()))
            .toList(),
        page);
  }

  private static Key client(Task task) {
    return TableKeys.client(task.path().client());
  }
}
