package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.TaskCancelled;
import clientportal.access.events.EventData.TaskDone;
import clientportal.access.events.EventData.TaskReopened;
import clientportal.access.ids.CommentId;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.AssignedTask;
import clientportal.access.records.By;
import clientportal.access.records.Task;
import clientportal.access.records.TaskComment;
import clientportal.access.records.TaskStatus;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says that a task is done, as its assignees may, or cancels it, or opens it again. A comment
 * stands with the others; whoever is notified of the status is not notified of it.
 */
record SetTaskStatus(Access access, Table table, Ids ids) {
  TaskView.Found handle(
      Caller caller, TaskPath path, Body<NewTaskStatus> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private TaskView.Found attempt(
      Caller caller, TaskPath path, Body<NewTaskStatus> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(TaskAction.FINISH.needed());
    NewTaskStatus command = body.read();
    TaskAction action = TaskAction.to(command.status());
    reach.require(action.needed());
    Task task = Task.fromItem(reach.item(TaskKeys.task(path)));
    precondition.check(task.revision());
    Task after =
        switch (action.on(task.status())) {
          case TaskAction.Outcome.Becomes(TaskStatus status) ->
              write(task, status, command.comment(), reach);
          case TaskAction.Outcome.Same _ -> task;
          case TaskAction.Outcome.Refused(String instead) ->
              throw ProblemException.statusConflict(task.status().text(), instead);
        };
    return TaskView.Found.of(after, reach, table);
  }

  private Task write(Task before, TaskStatus status, Optional<String> comment, Reach reach) {
    Actor actor = reach.answerer();
    By by = new By(actor, reach.now());
    Task changed = before.with(status, by);
    Task after = comment.isPresent() ? changed.commented() : changed;
    List<Write> writes = new ArrayList<>();
    writes.add(after.save(before));
    before.rows().stream().map(AssignedTask::delete).forEach(writes::add);
    after.rows().stream().map(AssignedTask::put).forEach(writes::add);
    comment
        .map(text -> new TaskComment(after.path(), new CommentId(ids.next()), text, by).create())
        .ifPresent(writes::add);
    TaskEvents of = new TaskEvents(after, reach, ids);
    writes.add(of.record(happened(of), actor));
    table.write(writes);
    return after;
  }

  private static EventData happened(TaskEvents of) {
    return switch (of.task().status()) {
      case OPEN -> new TaskReopened(of.named(), of.assignees());
      case DONE -> new TaskDone(of.named(), of.staff());
      case CANCELLED -> new TaskCancelled(of.named(), of.assignees());
    };
  }
}
