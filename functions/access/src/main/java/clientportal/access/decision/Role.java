package clientportal.access.decision;

import java.util.Locale;

/** The role of a staff member in the firm. */
public enum Role {
  STAFF,
  ADMINISTRATOR;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String text) {
    return text.equals(ADMINISTRATOR.text()) ? ADMINISTRATOR : STAFF;
  }
}
