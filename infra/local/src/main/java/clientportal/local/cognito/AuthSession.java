package clientportal.local.cognito;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a sign-in that waits for its answer.
 *
 * @param token what the caller shows to continue
 * @param sub null where the address is nobody's and the challenge only looks like one
 * @param username as the caller gave it
 * @param code the mailed code of an {@code EMAIL_OTP}
 * @param available what may be selected
 * @param until its end, in milliseconds of the epoch
 */
record AuthSession(
    String token,
    String challenge,
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

  AuthSession spent() {
    return new AuthSession(token, challenge, sub, username, code, available, until, true);
  }
}
