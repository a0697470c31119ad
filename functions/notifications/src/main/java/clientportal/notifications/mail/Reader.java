package clientportal.notifications.mail;

/**
 * The person a mail greets, by the name that the firm has on file. A name that a stranger typed
 * would be theirs to fill with a message, so that whoever is not known is greeted without one.
 *
 * @param name empty for somebody who is not known
 */
public record Reader(String name) {
  /** Somebody without a name that a firm has confirmed. */
  public static final Reader UNKNOWN = new Reader("");

  /** Whether there is a name. */
  public boolean isNamed() {
    return !name.isEmpty();
  }
}
