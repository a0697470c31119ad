package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Task;
import clientportal.platform.table.Table;
import java.util.List;

/** Shows a task to staff, its assignees and members with full access. */
record GetTask(Access access, Table table) {
  TaskView.Found handle(Caller caller, TaskPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(Action.READ);
    return TaskView.Found.of(Task.fromItem(reach.item(TaskKeys.task(path))), reach, table);
  }
}
