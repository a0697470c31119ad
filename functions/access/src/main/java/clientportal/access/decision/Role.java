package clientportal.access.decision;

/** The role of a staff member in the firm. */
public enum Role {
  STAFF("staff"),
  ADMINISTRATOR("administrator");

  private final String text;

  Role(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public static Role of(String text) {
    return text.equals(ADMINISTRATOR.text) ? ADMINISTRATOR : STAFF;
  }
}
