package clientportal.access.decision;

import java.util.Arrays;

/** What a member of a portal sees of its clients; the wider role is greater. */
public enum PortalRole {
  /** What is shared with the member by name. */
  CONTRIBUTOR("contributor"),
  /** Everything that is open to anybody. */
  FULL_ACCESS("full-access");

  private final String text;

  PortalRole(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Returns the role that items and requests spell so. */
  public static PortalRole of(String text) {
    return Arrays.stream(values())
        .filter(role -> role.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no role: " + text));
  }
}
