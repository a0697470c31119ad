package clientportal.notifications.mail;

/**
 * Says that the way in which a person signs in has changed.
 *
 * @param page where the person signs in, or asks for another password
 */
public record SignInChangedMail(String firmName, Change change, String page) {

  /** What has changed, and what the person does if it was somebody else. */
  public enum Change {
    PASSWORD_SET(
        "The password was set or changed by somebody who was signed in as you.",
        Advice.NEW_PASSWORD),
    PASSKEY_ADDED(
        "A passkey was added by somebody who was signed in as you.",
        "set a new password at once: it signs everybody out and removes the passkey. If you sign in"
            + " with an authenticator app, the passkey stays: remove it before you turn the app"
            + " off."),
    PASSKEY_REMOVED(
        "A passkey was removed by somebody who was signed in as you.", Advice.NEW_PASSWORD),
    APP_ADDED(
        "An authenticator app was added by somebody who was signed in as you.",
        Advice.NEW_PASSWORD_AND_HELP),
    SECOND_FACTOR_SWITCHED(
        "The setting that asks for a code of an authenticator app was changed by somebody who was"
            + " signed in as you.",
        Advice.NEW_PASSWORD_AND_HELP),
    PASSWORD_RESET(
        "A new password was set, with a link or code that was mailed to this address, and you are"
            + " signed out on every device. Passkeys were removed, unless you sign in with an"
            + " authenticator app.",
        Advice.NEW_PASSWORD),
    RECOVERY_CODES(
        "New recovery codes were made by somebody who was signed in as you. Earlier ones are no"
            + " longer valid.",
        "set a new password at once, which signs everybody out. Then make new recovery codes: a new"
            + " password does not end the ones that were made."),
    RECOVERED(
        "A new password was set, with a link or code that was mailed to this address and one of"
            + " your recovery codes. Your authenticator app is no longer asked for and passkeys"
            + " were removed: add one again. You are signed out on every device.",
        Advice.NEW_PASSWORD),
    RESET(
        "An administrator of your firm reset your sign-in: your authenticator app is no longer"
            + " asked for, and earlier passwords, passkeys and recovery codes no longer work. Sign"
            + " in with a code that is mailed to this address, and add an app or a passkey again.",
        Advice.NEW_PASSWORD),
    RENEWED(
        "Access that had been ended was opened again, with a link or code that was mailed to this"
            + " address. Earlier passwords no longer work, and you are signed out on every device."
            + " Passkeys were removed, unless you sign in with an authenticator app.",
        Advice.NEW_PASSWORD),
    REVOKED(
        "The operator of the portal signed you out on every device. Your authenticator app is no"
            + " longer asked for, and earlier passwords, passkeys and recovery codes no longer"
            + " work: sign in with a code that is mailed to this address, or set a new password.",
        Advice.NEW_PASSWORD);

    private final String words;
    private final String advice;

    Change(String words, String advice) {
      this.words = words;
      this.advice = advice;
    }

    /** Returns what has changed, in words. */
    public String words() {
      return words;
    }

    /** Returns what helps, after "If this was not you,". */
    public String advice() {
      return advice;
    }
  }

  /** Advice for several changes. It promises no more than a new password does. */
  private static final class Advice {
    static final String NEW_PASSWORD =
        "set a new password at once: it signs everybody out and, unless you sign in with an"
            + " authenticator app, removes passkeys that others may have added.";

    static final String NEW_PASSWORD_AND_HELP =
        "set a new password at once, which signs everybody out. It does not turn off an"
            + " authenticator app that somebody else has added: ask an administrator of your firm"
            + " or the operator of the portal to do that.";

    private Advice() {}
  }
}
