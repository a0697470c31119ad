package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.CommentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.TaskId;
import clientportal.platform.table.Key;

/**
 * Builds the keys of tasks and their comments, and reads the ids back from them. The table of all
 * keys is that of {@link TableKeys}.
 */
public final class TaskKeys {
  /** The prefix of the sort keys of a client's tasks, and of the tasks of an assignee. */
  public static final String TASK_PREFIX = "TASK#";

  /** The prefix of the sort keys of the comments of a task. */
  public static final String COMMENT_PREFIX = "COMMENT#";

  private TaskKeys() {}

  public static Key task(TaskPath task) {
    return new Key(TableKeys.people(task.client()), TASK_PREFIX + task.task());
  }

  public static TaskPath taskOf(Key task) {
    return new TaskPath(
        TableKeys.clientIn(task.pk()), new TaskId(TableKeys.idAfter(TASK_PREFIX, task.sk())));
  }

  public static boolean isTask(Key key) {
    return key.sk().startsWith(TASK_PREFIX);
  }

  /** The partition of the comments of a task. */
  public static String comments(TaskPath task) {
    return TableKeys.people(task.client()) + "#" + TASK_PREFIX + task.task();
  }

  public static Key comment(TaskPath task, CommentId comment) {
    return new Key(comments(task), COMMENT_PREFIX + comment);
  }

  public static CommentId commentOf(Key comment) {
    return new CommentId(TableKeys.idAfter(COMMENT_PREFIX, comment.sk()));
  }

  /** Returns the task of the key of one of its comments. */
  public static TaskPath taskOfComment(Key comment) {
    return new TaskPath(
        TableKeys.clientIn(comment.pk()), new TaskId(comment.pk().split("#", -1)[5]));
  }

  /** The prefix of the sort keys of the tasks of an assignee for one client. */
  public static String tasksOf(ClientId client) {
    return TASK_PREFIX + client + "#";
  }

  /** A task of an assignee, in the partition of all that is asked of them. */
  public static Key assigned(TaskPath task, Recipient.Party assignee, boolean settled) {
    return new Key(
        RequestKeys.assigned(task.client(), assignee, settled),
        tasksOf(task.client().client()) + task.task());
  }

  /** Returns the task of the key of an assignee's row. */
  public static TaskPath taskOfAssigned(Key row) {
    String[] ids = row.sk().split("#", -1);
    return new TaskPath(
        new ClientPath(TableKeys.firmOf(row), new ClientId(ids[1])), new TaskId(ids[2]));
  }

  /** Index {@code Names}: the tasks of a firm with a status, by due date. */
  public static String tasks(FirmId firm, String status) {
    return TableKeys.of(firm) + "#TASKS#" + status;
  }
}
