package clientportal.local.cognito;

import org.jspecify.annotations.Nullable;

/**
 * The authenticator app of a user.
 *
 * @param proposed a secret that was handed out, in Base32, until a code of it is verified
 * @param secret the secret of the app in use; null if there is none
 * @param enabled whether a sign-in asks for a code
 * @param preferred whether it is preferred to other second factors, of which this pool has none
 * @param lastStep the time step of the last code that was taken; each is taken once
 * @param failures the number of wrong codes in a row
 */
record SoftwareToken(
    @Nullable String proposed,
    @Nullable String secret,
    boolean enabled,
    boolean preferred,
    long lastStep,
    int failures,
    long lastFailure) {
  static final SoftwareToken NONE = new SoftwareToken(null, null, false, false, 0, 0, 0);

  SoftwareToken propose(String other) {
    return new SoftwareToken(other, secret, enabled, preferred, lastStep, failures, lastFailure);
  }

  /** The proposed secret takes the place of the one before. */
  SoftwareToken verified(long step) {
    return new SoftwareToken(null, proposed, enabled, preferred, step, 0, 0);
  }

  SoftwareToken withPreference(boolean isEnabled, boolean isPreferred) {
    return new SoftwareToken(
        proposed, secret, isEnabled, isPreferred, lastStep, failures, lastFailure);
  }

  SoftwareToken taken(long step) {
    return new SoftwareToken(proposed, secret, enabled, preferred, step, 0, 0);
  }

  SoftwareToken withFailures(int count, long at) {
    return new SoftwareToken(proposed, secret, enabled, preferred, lastStep, count, at);
  }
}
