package clientportal.local.cognito;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open challenge of a sign-in.
 *
 * @param token sent by the caller to continue
 * @param client the app client that began the sign-in
 * @param sub null if the address belongs to no user, so that the challenge cannot be passed
 * @param username as the caller gave it
 * @param code the mailed code of an {@code EMAIL_OTP} challenge, or what a passkey is to sign
 * @param available the first factors that may be selected
 * @param until its end, in milliseconds since the epoch
 */
record AuthSession(
    String token,
    String challenge,
    String client,
    @Nullable String sub,
    String username,
    @Nullable String code,
    List<String> available,
    long until,
    boolean used) {

  AuthSession {
    available = List.copyOf(available);
  }

  Optional<String> user() {
    return Optional.ofNullable(sub);
  }

  Optional<String> mailedCode() {
    return Optional.ofNullable(code);
  }

  Optional<String> toSign() {
    return Optional.ofNullable(code);
  }

  AuthSession spent() {
    return new AuthSession(token, challenge, client, sub, username, code, available, until, true);
  }
}
