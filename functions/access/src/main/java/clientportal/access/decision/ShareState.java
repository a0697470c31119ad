package clientportal.access.decision;

/** To whom an item is open: to nobody (gray), to some (orange), to all authorized (blue). */
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
