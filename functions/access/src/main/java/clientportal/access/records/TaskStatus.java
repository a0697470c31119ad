package clientportal.access.records;

import java.util.Locale;

/** Whether a task is still to be done; only an open one can be changed. */
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
}
