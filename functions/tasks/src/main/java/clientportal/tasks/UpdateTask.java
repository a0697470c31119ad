package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.TaskChanged;
import clientportal.access.ids.DocumentId;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.AssignedTask;
import clientportal.access.records.Task;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.json.JsonObject;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes what is to be done in an open task, and by which assignees. New assignees are notified;
 * what is attached is shared with those who did not have it from the task before.
 */
record UpdateTask(Access access, Table table, Ids ids) {
  /** The task, and how staff see it. */
  record Updated(Task task, JsonObject view) {}

  Updated handle(Caller caller, TaskPath path, Body<TaskPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Updated attempt(
      Caller caller, TaskPath path, Body<TaskPatch> body, Precondition precondition) {
    Reach first = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    first.require(TaskAction.CHANGE.needed());
    TaskPatch patch = body.read();
    Task before = Task.fromItem(first.item(TaskKeys.task(path)));
    precondition.check(before.revision());
    requireOpen(before);
    Task.Wanted wanted = patch.applyTo(before.wanted(), path.client());
    if (wanted.equals(before.wanted())) {
      return updated(before, List.of(), first);
    }
    // What else decides depends on the task; it is written under the revision that was read.
    Reach reach = access.reach(caller, path, keys(wanted, path));
    reach.require(TaskAction.CHANGE.needed());
    return write(before, before.with(wanted), reach);
  }

  private static void requireOpen(Task task) {
    if (TaskAction.CHANGE.on(task.status()) instanceof TaskAction.Outcome.Refused(String instead)) {
      throw ProblemException.statusConflict(task.status().text(), instead);
    }
  }

  private static List<Key> keys(Task.Wanted wanted, TaskPath path) {
    return Stream.of(
            Stream.of(TableKeys.client(path.client()), TableKeys.sharePolicy(path.client().firm())),
            Assignees.keys(wanted.assignees(), path.client()),
            Attachments.keys(wanted.attachments()))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  private Updated write(Task before, Task after, Reach reach) {
    Task.Wanted wanted = after.wanted();
    Attachments attachments = Attachments.of(wanted.attachments(), reach, access);
    attachments.requireKnown();
    List<Recipient.Party> added = new ArrayList<>(wanted.assignees());
    added.removeAll(before.wanted().assignees());
    Assignees assignees =
        Assignees.of(wanted.assignees(), after.path().client(), reach, table).only(added);
    assignees.requirePermitted();
    Attachments.Shared shared = attachments.share(Optional.of(before.wanted()), wanted, ids);
    List<Write> writes = new ArrayList<>();
    writes.add(after.save(before));
    before.rows().stream()
        .filter(row -> !wanted.assignees().contains(row.assignee()))
        .map(AssignedTask::delete)
        .forEach(writes::add);
    after.rows().stream().map(AssignedTask::put).forEach(writes::add);
    writes.addAll(shared.writes());
    TaskEvents of = new TaskEvents(after, reach, ids);
    writes.add(of.record(new TaskChanged(of.named()), reach.actor()));
    if (!added.isEmpty()) {
      of.assigned(assignees, writes);
    }
    TaskEvents.requireRoom(writes);
    table.write(writes);
    return updated(after, shared.documents(), reach);
  }

  private Updated updated(Task task, List<DocumentId> shared, Reach reach) {
    return new Updated(task, TaskView.shared(TaskView.of(task, reach, table), shared));
  }
}
