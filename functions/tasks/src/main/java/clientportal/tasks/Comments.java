package clientportal.tasks;

import clientportal.access.Reach;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.TaskCommented;
import clientportal.access.ids.CommentId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.Client;
import clientportal.access.records.Task;
import clientportal.access.records.TaskComment;
import clientportal.platform.Ids;
import java.util.List;
import java.util.Optional;

/** Comments on a task, by whoever makes a request. */
record Comments(Reach reach, Ids ids) {

  /** Returns a comment that is not written yet. */
  TaskComment on(Task task, String text) {
    return new TaskComment(
        task.path(), new CommentId(ids.next()), text, new By(reach.actor(), reach.now()));
  }

  /**
   * Returns the event of a comment: staff notify the assignees, and assignees notify staff. The
   * client was read with the reach.
   */
  TaskCommented happened(Task task, TaskComment comment) {
    boolean byStaff = comment.by().actor().as() == Actor.As.STAFF;
    return byStaff
        ? new TaskCommented(
            task.named(),
            comment.id(),
            Optional.empty(),
            List.copyOf(task.details().assignees()),
            List.of())
        : new TaskCommented(
            task.named(), comment.id(), Optional.of(task.creator()), List.of(), team(task, reach));
  }

  /** Returns the client's team, which was read with the reach. */
  static List<StaffId> team(Task task, Reach reach) {
    return Client.fromItem(reach.item(TableKeys.client(task.path().client()))).team();
  }
}
