package clientportal.access.records;

import java.util.Locale;

/** Where an item of an engagement stands; the calls that change it are in {@code ItemRules}. */
public enum ItemStatus {
  /** It is prepared, and staff alone see it. */
  DRAFT,
  /** It is asked for. */
  OPEN,
  /** The client has submitted it, and staff are to review it. */
  SUBMITTED,
  /** The client says that there is no such thing. */
  NOT_APPLICABLE,
  ACCEPTED,
  CANCELLED;

  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ItemStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Tells whether nobody waits for the client. */
  public boolean isSettled() {
    return switch (this) {
      case NOT_APPLICABLE, ACCEPTED, CANCELLED -> true;
      case DRAFT, OPEN, SUBMITTED -> false;
    };
  }
}
