package clientportal.access.decision;

/** With whom an item is shared: nobody (gray), some (orange) or all authorized (blue). */
public enum ShareState {
  NONE("none"),
  SELECTED("selected"),
  ALL_AUTHORIZED("all-authorized");

  private final String text;

  ShareState(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
