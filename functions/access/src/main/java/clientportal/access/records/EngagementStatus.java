package clientportal.access.records;

import java.util.Locale;

/** Whether an engagement goes on; only in an open one are items changed. */
public enum EngagementStatus {
  OPEN,
  COMPLETED,
  CANCELLED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EngagementStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
