package clientportal.notifications.mail;

/** Says that a member of a portal sees less of it from now on. It names no client. */
public record PortalAlertMail(Letterhead from, String portal, Change change) {

  /** What has changed. */
  public enum Change {
    /** The member was taken out of the portal. */
    REMOVED,
    /** The portal was closed. */
    CLOSED,
    /** The member sees only what is shared with them by name. */
    NARROWED
  }
}
