package clientportal.access.records;

import java.util.Locale;

/** Whether a task is still to be done. */
public enum TaskStatus {
  OPEN,
  DONE,
  CANCELLED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TaskStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Tells whether nobody waits for the assignees any more. */
  public boolean isSettled() {
    return this != OPEN;
  }
}
