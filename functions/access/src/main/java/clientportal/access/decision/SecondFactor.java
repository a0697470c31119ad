package clientportal.access.decision;

import java.util.Arrays;
import java.util.Locale;

/** Who of a firm's staff must sign in with a second factor: the firm's choice. */
public enum SecondFactor {
  NOBODY,
  ADMINISTRATORS,
  STAFF;

  /** Tells whether staff with a role must sign in with one. */
  public boolean isFor(Role role) {
    return switch (this) {
      case NOBODY -> false;
      case ADMINISTRATORS -> role == Role.ADMINISTRATOR;
      case STAFF -> true;
    };
  }

  /** Returns the name in the API, in events and in items. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the choice with a name. */
  public static SecondFactor of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
