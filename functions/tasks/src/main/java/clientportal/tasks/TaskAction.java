package clientportal.tasks;

import clientportal.access.records.TaskStatus;
import clientportal.platform.problem.ProblemException;

/** What may be done to a task, and what comes of it where the task stands. */
enum TaskAction {
  FINISH,
  CANCEL,
  REOPEN,
  CHANGE,
  COMMENT;

  /** Returns the action by which a task has a status. */
  static TaskAction to(TaskStatus status) {
    return switch (status) {
      case OPEN -> REOPEN;
      case DONE -> FINISH;
      case CANCELLED -> CANCEL;
    };
  }

  /** Returns what comes of the action on a task with a status. */
  TaskOutcome on(TaskStatus status) {
    return switch (status) {
      case OPEN ->
          switch (this) {
            case FINISH -> new TaskOutcome.Done(TaskStatus.DONE);
            case CANCEL -> new TaskOutcome.Done(TaskStatus.CANCELLED);
            case REOPEN -> new TaskOutcome.Same();
            case CHANGE, COMMENT -> new TaskOutcome.Done(TaskStatus.OPEN);
          };
      case DONE ->
          switch (this) {
            case FINISH -> new TaskOutcome.Same();
            case REOPEN -> new TaskOutcome.Done(TaskStatus.OPEN);
            case COMMENT -> new TaskOutcome.Done(TaskStatus.DONE);
            case CANCEL, CHANGE -> new TaskOutcome.Refused("Open the task again first.");
          };
      case CANCELLED ->
          switch (this) {
            case CANCEL -> new TaskOutcome.Same();
            case REOPEN -> new TaskOutcome.Done(TaskStatus.OPEN);
            case FINISH, CHANGE, COMMENT -> new TaskOutcome.Refused("Open the task again first.");
          };
    };
  }

  /**
   * Requires that the action can be done where a task stands, or is done already.
   *
   * @throws ProblemException {@code status-conflict}
   */
  void require(TaskStatus status) {
    if (on(status) instanceof TaskOutcome.Refused(String instead)) {
      throw ProblemException.statusConflict(status.text(), instead);
    }
  }
}
