package clientportal.tasks;

import clientportal.access.decision.Action;
import clientportal.access.records.TaskStatus;

/** What may be done to a task, where it stands. */
enum TaskAction {
  FINISH(Action.FINISH_TASK),
  CANCEL(Action.MANAGE_TASK),
  REOPEN(Action.MANAGE_TASK),
  CHANGE(Action.MANAGE_TASK),
  COMMENT(Action.COMMENT);

  /** What comes of an action. */
  sealed interface Outcome {

    /** The task has this status then. */
    record Becomes(TaskStatus status) implements Outcome {}

    /** It is so already. */
    record Same() implements Outcome {}

    /** It cannot be done where the task stands. */
    record Refused(String instead) implements Outcome {}
  }

  private static final Outcome SAME = new Outcome.Same();
  private static final Outcome REOPEN_FIRST = new Outcome.Refused("Open the task again first.");

  private final Action needed;

  TaskAction(Action needed) {
    this.needed = needed;
  }

  /** Returns the action that gives a task a status. */
  static TaskAction to(TaskStatus status) {
    return switch (status) {
      case OPEN -> REOPEN;
      case DONE -> FINISH;
      case CANCELLED -> CANCEL;
    };
  }

  /** Returns what a caller must be allowed to do. */
  Action needed() {
    return needed;
  }

  /** Returns what comes of it. */
  Outcome on(TaskStatus status) {
    return switch (this) {
      case FINISH ->
          switch (status) {
            case OPEN -> new Outcome.Becomes(TaskStatus.DONE);
            case DONE -> SAME;
            case CANCELLED -> REOPEN_FIRST;
          };
      case CANCEL ->
          switch (status) {
            case OPEN -> new Outcome.Becomes(TaskStatus.CANCELLED);
            case DONE -> REOPEN_FIRST;
            case CANCELLED -> SAME;
          };
      case REOPEN ->
          switch (status) {
            case OPEN -> SAME;
            case DONE, CANCELLED -> new Outcome.Becomes(TaskStatus.OPEN);
          };
      case CHANGE ->
          switch (status) {
            case OPEN -> new Outcome.Becomes(TaskStatus.OPEN);
            case DONE, CANCELLED -> REOPEN_FIRST;
          };
      case COMMENT -> new Outcome.Becomes(status);
    };
  }
}
