package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The challenges of a sign-in: which one a user gets next, and the session that it opens. */
final class Challenges {
  static final String SELECT = "SELECT_CHALLENGE";
  static final String EMAIL_OTP = "EMAIL_OTP";
  static final String PASSWORD = "PASSWORD";
  static final String SOFTWARE_TOKEN_MFA = "SOFTWARE_TOKEN_MFA";
  static final String WEB_AUTHN = "WEB_AUTHN";
  static final String NEW_PASSWORD_REQUIRED = "NEW_PASSWORD_REQUIRED";
  static final Set<String> FIRST_FACTORS =
      Set.of(EMAIL_OTP, PASSWORD, "PASSWORD_SRP", "SMS_OTP", WEB_AUTHN);

  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Passwords passwords;
  private final Tokens tokens;
  private final CodeSender sender;

  Challenges(
      CognitoSettings settings,
      Clock clock,
      UserPool pool,
      Passwords passwords,
      Tokens tokens,
      CodeSender sender) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.passwords = passwords;
    this.tokens = tokens;
    this.sender = sender;
  }

  /** A sign-in that was begun: the app client, and the username as the caller gave it. */
  record Attempt(AppClient client, String username) {}

  /**
   * The first factors that a user has. Whoever has a second factor has no first one but a password.
   */
  List<String> available(PoolUser user) {
    List<String> available = new ArrayList<>();
    if (allowed(EMAIL_OTP)
        && !user.softwareToken().enabled()
        && !user.mustChangePassword()
        && !user.email().isEmpty()) {
      available.add(EMAIL_OTP);
    }
    if (allowed(PASSWORD) && user.hashedPassword().isPresent()) {
      available.add(PASSWORD);
    }
    if (allowed(WEB_AUTHN) && !user.softwareToken().enabled() && !passkeys(user).isEmpty()) {
      available.add(WEB_AUTHN);
    }
    return available;
  }

  /** Starts a factor that is available to the user. */
  ObjectNode start(Attempt attempt, PoolUser user, String factor, Parameters parameters) {
    if (factor.equals(PASSWORD)) {
      Optional<String> password = parameters.text(PASSWORD);
      return password.isPresent()
          ? complete(attempt, passwords.check(user, password.get()), Tokens.BY_PASSWORD)
          : ask(attempt, user, PASSWORD, available(user));
    }
    requireEnabled(user);
    if (factor.equals(WEB_AUTHN)) {
      return askForPasskey(attempt, user);
    }
    String code = Secrets.code();
    AuthSession session = session(attempt, EMAIL_OTP, user.sub(), code, available(user));
    send(sender, user.email(), code);
    pool.save(session, clock.instant());
    return Answers.challenge(session, delivery(user.email()));
  }

  private ObjectNode askForPasskey(Attempt attempt, PoolUser user) {
    String challenge = Secrets.token(32);
    AuthSession session = session(attempt, WEB_AUTHN, user.sub(), challenge, available(user));
    pool.save(session, clock.instant());
    ObjectNode options = Answers.empty();
    options
        .put("challenge", challenge)
        .put("timeout", attempt.client().authSessionValidity().toMillis());
    options.put("rpId", settings.relyingParty());
    ArrayNode allowed = options.putArray("allowCredentials");
    passkeys(user)
        .forEach(passkey -> {
          ObjectNode credential = allowed.addObject().put("type", "public-key");
          credential.put("id", passkey.credentialId());
          passkey.transports().forEach(credential.putArray("transports")::add);
        });
    options.put("userVerification", "required");
    return Answers.challenge(session, Map.of("CREDENTIAL_REQUEST_OPTIONS", options.toString()));
  }

  /** Returns the passkeys with which a user can sign in. */
  List<Passkey> passkeys(PoolUser user) {
    return pool.passkeys(user).stream().filter(Passkey::hasKey).toList();
  }

  ObjectNode select(Attempt attempt, PoolUser user) {
    requireEnabled(user);
    return ask(attempt, user, SELECT, available(user));
  }

  /** A challenge that cannot be passed, for an unknown address; always the same one for it. */
  ObjectNode pretend(Attempt attempt, String preferred) {
    String username = attempt.username();
    List<String> allowed = List.of(EMAIL_OTP, PASSWORD).stream().filter(this::allowed).toList();
    if (allowed.isEmpty()) {
      throw CognitoFault.incorrectPassword();
    }
    String factor =
        allowed.contains(preferred)
            ? preferred
            : allowed.get(Math.floorMod(PoolUser.key(username).hashCode(), allowed.size()));
    AuthSession session = session(attempt, factor, null, null, List.of(factor));
    pool.save(session, clock.instant());
    return Answers.challenge(session, factor.equals(EMAIL_OTP) ? delivery(username) : Map.of());
  }

  /**
   * The answer to a first factor that was proved: tokens, or a challenge to replace a temporary
   * password or to prove the second factor.
   */
  ObjectNode complete(Attempt attempt, PoolUser user, String method) {
    requireEnabled(user);
    if (user.mustChangePassword()) {
      return replaceTemporaryPassword(attempt, user);
    }
    if (!user.softwareToken().enabled()) {
      return Answers.tokens(tokens.signIn(attempt.client(), user, List.of(method)));
    }
    AuthSession session = session(attempt, SOFTWARE_TOKEN_MFA, user.sub(), null, List.of());
    pool.save(session, clock.instant());
    return Answers.challenge(session, Map.of("USER_ID_FOR_SRP", user.sub()));
  }

  /** The answer to a second factor that was proved after the password. */
  ObjectNode completeWithSecondFactor(Attempt attempt, PoolUser user) {
    List<String> methods = List.of(Tokens.BY_PASSWORD, Tokens.TOTP, Tokens.SEVERAL_FACTORS);
    return Answers.tokens(tokens.signIn(attempt.client(), user, methods));
  }

  private ObjectNode replaceTemporaryPassword(Attempt attempt, PoolUser user) {
    AuthSession session = session(attempt, NEW_PASSWORD_REQUIRED, user.sub(), null, List.of());
    pool.save(session, clock.instant());
    ObjectNode attributes = Answers.empty();
    attempt.client().visible(user).forEach(attributes::put);
    attributes.remove("sub");
    return Answers.challenge(
        session,
        Map.of(
            "USER_ID_FOR_SRP",
            user.sub(),
            "requiredAttributes",
            "[]",
            "userAttributes",
            attributes.toString()));
  }

  static void requireEnabled(PoolUser user) {
    if (!user.enabled()) {
      throw CognitoFault.disabled();
    }
  }

  private ObjectNode ask(Attempt attempt, PoolUser user, String challenge, List<String> available) {
    AuthSession session = session(attempt, challenge, user.sub(), null, available);
    pool.save(session, clock.instant());
    return Answers.challenge(session, Map.of());
  }

  private AuthSession session(
      Attempt attempt,
      String challenge,
      @Nullable String sub,
      @Nullable String code,
      List<String> available) {
    long until = clock.instant().plus(attempt.client().authSessionValidity()).toEpochMilli();
    return new AuthSession(
        Secrets.token(192),
        challenge,
        attempt.client().id(),
        sub,
        attempt.username(),
        code,
        available,
        until,
        false);
  }

  private boolean allowed(String factor) {
    return settings.allowedFirstAuthFactors().contains(factor);
  }

  static void send(CodeSender sender, String email, String code) {
    try {
      sender.send(email, code);
    } catch (RuntimeException e) {
      throw new CognitoFault("CodeDeliveryFailureException", "Error sending the code: " + e);
    }
  }

  private static Map<String, String> delivery(String email) {
    int at = email.indexOf('@');
    String masked = at < 0 ? masked(email) : masked(email) + "@" + masked(email.substring(at + 1));
    return Map.of("CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL", "CODE_DELIVERY_DESTINATION", masked);
  }

  private static String masked(String part) {
    return part.isEmpty() ? "***" : part.substring(0, part.offsetByCodePoints(0, 1)) + "***";
  }
}
