package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.TaskCancelled;
import clientportal.access.events.EventData.TaskDone;
import clientportal.access.events.EventData.TaskReopened;
import clientportal.access.events.Recorder;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.By;
import clientportal.access.records.Task;
import clientportal.access.records.TaskComment;
import clientportal.access.records.TaskStatus;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.json.JsonObject;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks a task as done, as its assignees may, cancels it or opens it again. A comment is added with
 * a change alone, so that a repeated call adds none.
 */
record SetTaskStatus(Access access, Table table, Ids ids) {
  JsonObject handle(Caller caller, TaskPath path, Body<NewTaskStatus> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private JsonObject attempt(Caller caller, TaskPath path, Body<NewTaskStatus> body) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(Action.FINISH_TASK);
    NewTaskStatus command = body.read();
    if (command.status() != TaskStatus.DONE) {
      reach.require(Action.CHANGE_TASK);
    }
    Task before = Task.fromItem(reach.item(TaskKeys.task(path)));
    Task after =
        switch (TaskAction.to(command.status()).on(before.status())) {
          case TaskOutcome.Done(TaskStatus status) ->
              write(
                  before,
                  before.with(status, new By(reach.actor(), reach.now())),
                  command.comment(),
                  reach);
          case TaskOutcome.Same _ -> before;
          case TaskOutcome.Refused(String instead) ->
              throw ProblemException.statusConflict(before.status().text(), instead);
        };
    return reach.staff().isPresent() ? TaskView.ofStaff(after) : TaskView.summary(after);
  }

  private Task write(Task before, Task after, Optional<String> comment, Reach reach) {
    Recorder recorder = reach.recorder(ids);
    Comments comments = new Comments(reach, ids);
    List<Write> writes = new ArrayList<>(after.changes(before, comment.isPresent() ? 1 : 0));
    writes.add(recorder.record(happened(after, reach)));
    comment
        .map(text -> comments.on(after, text))
        .ifPresent((TaskComment made) -> {
          writes.add(made.create());
          writes.add(recorder.record(comments.happened(after, made)));
        });
    table.write(writes);
    return after;
  }

  private static EventData happened(Task task, Reach reach) {
    return switch (task.status()) {
      case OPEN -> new TaskReopened(task.named(), List.copyOf(task.details().assignees()));
      case DONE -> new TaskDone(task.named(), task.creator(), Comments.team(task, reach));
      case CANCELLED -> new TaskCancelled(task.named(), List.copyOf(task.details().assignees()));
    };
  }
}
