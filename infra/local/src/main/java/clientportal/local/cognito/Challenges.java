package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  static final String NEW_PASSWORD_REQUIRED = "NEW_PASSWORD_REQUIRED";
  static final Set<String> FIRST_FACTORS =
      Set.of(EMAIL_OTP, PASSWORD, "PASSWORD_SRP", "SMS_OTP", "WEB_AUTHN");

  /** The default of {@code AuthSessionValidity}, also the lifetime of the mailed code. */
  private static final Duration SESSION = Duration.ofMinutes(3);

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

  /** The first factors that a user has. Passkeys are not supported. */
  List<String> available(PoolUser user) {
    List<String> available = new ArrayList<>();
    if (allowed(EMAIL_OTP) && !user.mustChangePassword() && !user.email().isEmpty()) {
      available.add(EMAIL_OTP);
    }
    if (allowed(PASSWORD) && user.hashedPassword().isPresent()) {
      available.add(PASSWORD);
    }
    return available;
  }

  /** Starts a factor that is available to the user. */
  ObjectNode start(PoolUser user, String username, String factor, Parameters parameters) {
    if (factor.equals(PASSWORD)) {
      Optional<String> password = parameters.text(PASSWORD);
      return password.isPresent()
          ? complete(passwords.check(user, password.get()), username)
          : ask(user, username, PASSWORD, available(user));
    }
    requireEnabled(user);
    String code = Secrets.code();
    AuthSession session = session(EMAIL_OTP, user.sub(), username, code, available(user));
    send(sender, user.email(), code);
    pool.save(session, clock.instant());
    return Answers.challenge(session, delivery(user.email()));
  }

  ObjectNode select(PoolUser user, String username) {
    requireEnabled(user);
    return ask(user, username, SELECT, available(user));
  }

  /** A challenge that cannot be passed, for an unknown address; always the same one for it. */
  ObjectNode pretend(String username, String preferred) {
    List<String> allowed = List.of(EMAIL_OTP, PASSWORD).stream().filter(this::allowed).toList();
    if (allowed.isEmpty()) {
      throw CognitoFault.incorrectPassword();
    }
    String factor =
        allowed.contains(preferred)
            ? preferred
            : allowed.get(Math.floorMod(PoolUser.key(username).hashCode(), allowed.size()));
    AuthSession session = session(factor, null, username, null, List.of(factor));
    pool.save(session, clock.instant());
    return Answers.challenge(session, factor.equals(EMAIL_OTP) ? delivery(username) : Map.of());
  }

  /** The answer to a proved factor: tokens, or a challenge to replace a temporary password. */
  ObjectNode complete(PoolUser user, String username) {
    requireEnabled(user);
    if (!user.mustChangePassword()) {
      return Answers.tokens(tokens.signIn(user));
    }
    AuthSession session = session(NEW_PASSWORD_REQUIRED, user.sub(), username, null, List.of());
    pool.save(session, clock.instant());
    ObjectNode attributes = Answers.empty();
    new LinkedHashMap<>(user.attributes()).forEach(attributes::put);
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

  private ObjectNode ask(PoolUser user, String username, String challenge, List<String> available) {
    AuthSession session = session(challenge, user.sub(), username, null, available);
    pool.save(session, clock.instant());
    return Answers.challenge(session, Map.of());
  }

  private AuthSession session(
      String challenge,
      @Nullable String sub,
      String username,
      @Nullable String code,
      List<String> available) {
    long until = clock.instant().plus(SESSION).toEpochMilli();
    return new AuthSession(
        Secrets.token(192), challenge, sub, username, code, available, until, false);
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
