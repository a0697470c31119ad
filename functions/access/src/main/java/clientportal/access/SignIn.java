package clientportal.access;

import clientportal.platform.http.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How a session began, as its access token says.
 *
 * @param at when, in whole seconds
 * @param isForStaff whether the token was issued to the app client of the staff UI
 */
public record SignIn(Instant at, boolean isForStaff, Factors factors) {
  private static final Set<String> PASSKEYS = Set.of("swk", "hwk");
  private static final Set<String> PASSWORD_AND_APP = Set.of("pwd", "otp");

  /** What the person proved. */
  public enum Factors {
    /** A password, or the mailbox. */
    ONE,
    /** A passkey, which a finger or a PIN unlocks, or a password and an authenticator app. */
    TWO,
    /** The token does not name two, and the stage is set up to ask nobody for them. */
    UNASKED
  }

  /** Reads the claims of the token, and what the gateway's stage says about them. */
  static SignIn of(Request request) {
    Optional<String> staffClient = request.stageVariable("staffClientId");
    boolean isUnasked = request.stageVariable("secondFactor").equals(Optional.of("off"));
    return new SignIn(
        request.signedInAt(),
        staffClient.isPresent() && staffClient.equals(request.appClient()),
        hasTwo(request.authenticationMethods())
            ? Factors.TWO
            : isUnasked ? Factors.UNASKED : Factors.ONE);
  }

  private static boolean hasTwo(Set<String> methods) {
    return methods.stream().anyMatch(PASSKEYS::contains) || methods.containsAll(PASSWORD_AND_APP);
  }
}
