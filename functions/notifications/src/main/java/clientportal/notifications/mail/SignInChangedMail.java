package clientportal.notifications.mail;

/**
 * Says that the way in which a person signs in has changed.
 *
 * @param page where the person signs in, or asks for another password
 */
public record SignInChangedMail(Letterhead from, Change change, String page) {

  /** What has changed. */
  public enum Change {
    PASSWORD_SET,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    APP_ADDED,
    SECOND_FACTOR_SWITCHED,
    PASSWORD_RESET,
    RECOVERY_CODES,
    RECOVERED,
    RESET,
    RENEWED,
    REVOKED
  }
}
