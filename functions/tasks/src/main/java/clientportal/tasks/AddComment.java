package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.TaskAnswered;
import clientportal.access.events.EventData.TaskCommented;
import clientportal.access.ids.CommentId;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.By;
import clientportal.access.records.Task;
import clientportal.access.records.TaskComment;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says something about a task, whether it is open or not: staff to the assignees, and they back.
 */
record AddComment(Access access, Table table, Ids ids) {
  TaskComment handle(Caller caller, TaskPath path, Body<NewComment> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private TaskComment attempt(
      Caller caller, TaskPath path, Body<NewComment> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.client(path.client()));
    Reach reach = access.reach(caller, path, keys);
    reach.require(TaskAction.COMMENT.needed());
    NewComment command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      Key comment = TaskKeys.comment(path, new CommentId(earlier.get()));
      return TaskComment.fromItem(table.require(comment));
    }
    Task task = Task.fromItem(reach.item(TaskKeys.task(path)));
    TaskComment comment =
        new TaskComment(
            path, new CommentId(ids.next()), command.text(), new By(reach.actor(), reach.now()));
    TaskEvents of = new TaskEvents(task, reach, ids);
    List<Write> writes = new ArrayList<>(idempotency.remember(comment.id().value(), reach.now()));
    writes.add(task.countComment());
    writes.add(comment.create());
    writes.add(of.record(happened(of, comment), comment.by().actor()));
    table.write(writes);
    return comment;
  }

  private static EventData happened(TaskEvents of, TaskComment comment) {
    return comment.by().actor().as() == Actor.As.STAFF
        ? new TaskCommented(of.named(), comment.id(), of.assignees())
        : new TaskAnswered(of.named(), comment.id(), of.staff());
  }
}
