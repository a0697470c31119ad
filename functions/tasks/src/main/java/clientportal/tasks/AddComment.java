package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.CommentId;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
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

/** Comments on a task, whether it is done or not; nobody changes a comment. */
record AddComment(Access access, Table table, Ids ids) {
  TaskComment handle(Caller caller, TaskPath path, Body<NewComment> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private TaskComment attempt(
      Caller caller, TaskPath path, Body<NewComment> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.client(path.client()));
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.COMMENT);
    NewComment command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      Key key = TaskKeys.comment(path, new CommentId(earlier.get()));
      return TaskComment.fromItem(table.require(key));
    }
    Task task = Task.fromItem(reach.item(TaskKeys.task(path)));
    TaskAction.COMMENT.require(task.status());
    Comments comments = new Comments(reach, ids);
    TaskComment comment = comments.on(task, command.text());
    List<Write> writes = new ArrayList<>(idempotency.remember(comment.id().value(), reach.now()));
    writes.add(task.comment());
    writes.add(comment.create());
    writes.add(reach.recorder(ids).record(comments.happened(task, comment)));
    table.write(writes);
    return comment;
  }
}
