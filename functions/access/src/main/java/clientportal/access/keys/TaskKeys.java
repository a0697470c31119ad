package clientportal.access.keys;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.CommentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.TaskId;
import clientportal.platform.table.Key;

/**
 * Builds the keys of tasks, and reads the ids back from them. The table of all keys is that of
 * {@link TableKeys}.
 */
public final class TaskKeys {
  /** The prefix of the sort keys of a client's tasks, and of those assigned to a recipient. */
  public static final String TASK_PREFIX = "TASK#";

  /** The prefix of the sort keys of the comments on a task. */
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

  /** The partition of the comments on a task. */
  public static String ofTask(TaskPath task) {
    return TableKeys.people(task.client()) + "#" + TASK_PREFIX + task.task();
  }

  public static Key comment(TaskPath task, CommentId comment) {
    return new Key(ofTask(task), COMMENT_PREFIX + comment);
  }

  /** Returns the task of a key in its partition. */
  public static TaskPath taskIn(Key key) {
    return new TaskPath(TableKeys.clientIn(key.pk()), new TaskId(key.pk().split("#", -1)[5]));
  }

  public static CommentId commentOf(Key comment) {
    return new CommentId(TableKeys.idAfter(COMMENT_PREFIX, comment.sk()));
  }

  /** A task that is assigned to a recipient, beside what is asked of them. */
  public static Key assigned(TaskPath task, Recipient.Party assignee, boolean settled) {
    return new Key(
        RequestKeys.assigned(task.client(), assignee, settled), TASK_PREFIX + task.task());
  }

  /**
   * Returns the task of a row of what is assigned to a recipient.
   *
   * @param client the id that the row has; a key under a contact names no client
   */
  public static TaskPath assignedOf(Key row, String client) {
    return new TaskPath(
        new ClientPath(TableKeys.firmOf(row), new ClientId(client)),
        new TaskId(TableKeys.idAfter(TASK_PREFIX, row.sk())));
  }

  /** Index {@code Names}: the tasks of a firm with a status, by due date. */
  public static String tasks(FirmId firm, String status) {
    return TableKeys.of(firm) + "#TASKS#" + status;
  }
}
