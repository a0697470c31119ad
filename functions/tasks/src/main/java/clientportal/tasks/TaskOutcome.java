package clientportal.tasks;

import clientportal.access.records.TaskStatus;

/** What comes of an action on a task. */
sealed interface TaskOutcome {

  /** The action is done, and the task has this status then. */
  record Done(TaskStatus after) implements TaskOutcome {}

  /** It is so already. */
  record Same() implements TaskOutcome {}

  /**
   * It cannot be done where the task stands.
   *
   * @param instead what to do instead
   */
  record Refused(String instead) implements TaskOutcome {}
}
