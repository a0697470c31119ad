package clientportal.notifications.mail;

/**
 * Says that the way in which a person signs in has changed.
 *
 * @param page where the person signs in, or asks for another password
 */
public record SignInChangedMail(String firmName, Change change, String page) {

  /** What has changed. */
  public enum Change {
    PASSWORD_SET("The password was set or changed by somebody who was signed in as you."),
    PASSKEY_ADDED("A passkey was added by somebody who was signed in as you."),
    PASSKEY_REMOVED("A passkey was removed by somebody who was signed in as you."),
    APP_ADDED("An authenticator app was added by somebody who was signed in as you."),
    SECOND_FACTOR_SWITCHED(
        "Whether a code of an authenticator app is asked for was changed by somebody who was signed"
            + " in as you."),
    PASSWORD_RESET(
        "A new password was set, with a link or code that was mailed to this address. Passkeys that"
            + " had been added were removed, and you are signed out on every device."),
    RECOVERY_CODES(
        "New recovery codes were made by somebody who was signed in as you. Earlier ones are no"
            + " longer valid."),
    RECOVERED(
        "A new password was set, with a link or code that was mailed to this address and one of"
            + " your recovery codes. Your authenticator app is no longer asked for and passkeys"
            + " were removed: add one again. You are signed out on every device."),
    RESET(
        "An administrator of your firm had you start over: your authenticator app is no longer"
            + " asked for, and earlier passwords and passkeys no longer work. Sign in with a code"
            + " that is mailed to this address, and add an app or a passkey again."),
    RENEWED(
        "Access that had been ended was opened again, with a link or code that was mailed to this"
            + " address. Earlier passwords and passkeys no longer work, and you are signed out on"
            + " every device."),
    REVOKED(
        "The operator of the portal signed you out on every device. Earlier passwords and passkeys"
            + " no longer work: sign in with a code that is mailed to this address, or set a new"
            + " password.");

    private final String words;

    Change(String words) {
      this.words = words;
    }

    /** Returns what has changed, in words. */
    public String words() {
      return words;
    }
  }
}
