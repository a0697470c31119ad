package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Authenticator apps as a second factor: adding one, turning it on and off, and verifying its codes
 * (RFC 6238, SHA-1, six digits, 30 seconds). A code of the step before or after is taken too, and
 * none twice.
 */
final class SoftwareTokens {
  private static final List<String> OTHER_FACTORS =
      List.of("SMSMfaSettings", "EmailMfaSettings", "WebAuthnMfaSettings");

  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Passwords passwords;
  private final Tokens tokens;

  SoftwareTokens(
      CognitoSettings settings, Clock clock, UserPool pool, Passwords passwords, Tokens tokens) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of(
        "AssociateSoftwareToken", this::associate,
        "VerifySoftwareToken", this::verify,
        "SetUserMFAPreference", this::setPreference);
  }

  Map<String, Function<Parameters, ObjectNode>> adminOperations() {
    return Map.of("AdminSetUserMFAPreference", this::adminSetPreference);
  }

  private ObjectNode associate(Parameters request) {
    PoolUser user = user(request);
    String secret = Totp.newSecret();
    pool.save(user.with(user.softwareToken().propose(secret)));
    ObjectNode answer = Answers.empty();
    answer.put("SecretCode", secret);
    return answer;
  }

  private ObjectNode verify(Parameters request) {
    PoolUser user = user(request);
    String code = request.required("UserCode");
    if (!code.matches("[0-9]{6}")) {
      throw CognitoFault.constraint(
          "'" + code + "'", "userCode", "satisfy regular expression pattern: [0-9]+");
    }
    SoftwareToken token = user.softwareToken();
    if (token.proposed() == null) {
      throw notFound("Software Token MFA has not been enabled by the user");
    }
    OptionalLong step = step(token.proposed(), code);
    if (step.isEmpty()) {
      throw new CognitoFault("EnableSoftwareTokenMFAException", "Code mismatch");
    }
    pool.save(user.with(token.verified(step.getAsLong())));
    ObjectNode answer = Answers.empty();
    answer.put("Status", "SUCCESS");
    return answer;
  }

  private ObjectNode setPreference(Parameters request) {
    return setPreference(user(request), request);
  }

  private ObjectNode adminSetPreference(Parameters request) {
    AdminUsers.requirePool(settings, request);
    return setPreference(pool.require(request.required("Username")), request);
  }

  private ObjectNode setPreference(PoolUser user, Parameters request) {
    if (OTHER_FACTORS.stream().anyMatch(name -> request.map(name).flag("Enabled"))) {
      throw CognitoFault.invalidParameter("The local user pool has no other second factor");
    }
    Parameters chosen = request.map("SoftwareTokenMfaSettings");
    boolean enabled = chosen.flag("Enabled");
    boolean preferred = chosen.flag("PreferredMfa");
    if (enabled && user.softwareToken().secret() == null) {
      throw CognitoFault.invalidParameter("User has not set up software token mfa");
    }
    if (preferred && !enabled) {
      throw CognitoFault.invalidParameter("An MFA that is not enabled cannot be preferred");
    }
    pool.save(user.with(user.softwareToken().withPreference(enabled, preferred)));
    return Answers.empty();
  }

  /** Verifies a code of a sign-in; wrong ones lock the user out as wrong passwords do. */
  void check(PoolUser user, String code) {
    SoftwareToken token = user.softwareToken();
    if (passwords.lockedOut(token.failures(), token.lastFailure())) {
      throw CognitoFault.notAuthorized("Password attempts exceeded");
    }
    OptionalLong step = step(token.secret(), code);
    if (step.isEmpty()) {
      pool.save(user.with(token.withFailures(token.failures() + 1, clock.millis())));
      throw new CognitoFault("CodeMismatchException", "Invalid code received for user");
    }
    if (step.getAsLong() <= token.lastStep()) {
      throw new CognitoFault(
          "ExpiredCodeException", "Your software token has already been used once.");
    }
    pool.save(user.with(token.taken(step.getAsLong())));
  }

  /** Returns the time step to which a code belongs, if it is one of now. */
  private OptionalLong step(@Nullable String secret, String code) {
    long now = Totp.step(clock.instant());
    return Optional.ofNullable(secret).stream()
        .flatMapToLong(present ->
            LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> Secrets.same(Totp.code(present, step), code)))
        .max();
  }

  private PoolUser user(Parameters request) {
    PoolUser user = tokens.holder(request.required("AccessToken")).user();
    if (!settings.offersSoftwareTokens()) {
      throw notFound("Software Token MFA has not been enabled by the userPool");
    }
    return user;
  }

  private static CognitoFault notFound(String message) {
    return new CognitoFault("SoftwareTokenMFANotFoundException", message);
  }
}
