package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code RespondToAuthChallenge}: the answer to a challenge, with the challenge's session. */
final class Responses {
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "PASSWORD_SRP",
          "PASSWORD_VERIFIER",
          "SMS_OTP",
          "SMS_MFA",
          "EMAIL_MFA",
          "MFA_SETUP",
          "SELECT_MFA_TYPE",
          "CUSTOM_CHALLENGE",
          "DEVICE_SRP_AUTH",
          "DEVICE_PASSWORD_VERIFIER",
          "ADMIN_NO_SRP_AUTH");

  private final CognitoSettings settings;
  private final Clock clock;
  private final UserPool pool;
  private final Passwords passwords;
  private final SoftwareTokens softwareTokens;
  private final Challenges challenges;
  private final WebAuthn webAuthn;

  Responses(
      CognitoSettings settings,
      Clock clock,
      UserPool pool,
      Passwords passwords,
      SoftwareTokens softwareTokens,
      Challenges challenges,
      WebAuthn webAuthn) {
    this.settings = settings;
    this.clock = clock;
    this.pool = pool;
    this.passwords = passwords;
    this.softwareTokens = softwareTokens;
    this.challenges = challenges;
    this.webAuthn = webAuthn;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of("RespondToAuthChallenge", this::respond);
  }

  private ObjectNode respond(Parameters request) {
    String challenge = request.required("ChallengeName");
    AppClient client = SignIn.client(settings, request);
    if (UNSUPPORTED.contains(challenge)) {
      throw notOffered(challenge);
    }
    Parameters answers = request.map("ChallengeResponses");
    String username = answers.key("USERNAME");
    AuthSession session = session(client, request.key("Session"), challenge, username);
    return switch (challenge) {
      case Challenges.SELECT -> selected(session, answers);
      case Challenges.EMAIL_OTP -> code(session, answers.key("EMAIL_OTP_CODE"));
      case Challenges.PASSWORD -> password(session, answers.key("PASSWORD"));
      case Challenges.WEB_AUTHN -> passkey(session, answers.key("CREDENTIAL"));
      case Challenges.SOFTWARE_TOKEN_MFA -> totp(session, answers.key("SOFTWARE_TOKEN_MFA_CODE"));
      case Challenges.NEW_PASSWORD_REQUIRED -> newPassword(session, answers.key("NEW_PASSWORD"));
      default ->
          throw CognitoFault.constraint(
              "'" + challenge + "'", "challengeName", "satisfy enum value set");
    };
  }

  private AuthSession session(AppClient client, String token, String challenge, String username) {
    AuthSession session = pool.session(token).orElseThrow(() -> invalid("."));
    if (session.used()) {
      throw invalid(", session can only be used once.");
    }
    if (clock.millis() >= session.until()) {
      throw invalid(", session is expired.");
    }
    if (!session.challenge().equals(challenge)
        || !client.id().equals(session.client())
        || !belongs(session, username)) {
      throw invalid(".");
    }
    return session;
  }

  /** The username may be the one that started the sign-in, or another one of the same user. */
  private boolean belongs(AuthSession session, String username) {
    Optional<String> sub = pool.find(username).map(PoolUser::sub);
    return PoolUser.key(session.username()).equals(PoolUser.key(username))
        || (sub.isPresent() && sub.equals(session.user()));
  }

  private ObjectNode selected(AuthSession session, Parameters answers) {
    String answer = answers.key("ANSWER");
    if (!session.available().contains(answer)) {
      throw Challenges.FIRST_FACTORS.contains(answer)
          ? notOffered(answer)
          : CognitoFault.invalidParameter("Invalid challenge selection: " + answer);
    }
    spend(session);
    return challenges.start(attempt(session), user(session), answer, answers);
  }

  /** A wrong code does not end the session: another code may be tried until it expires. */
  private ObjectNode code(AuthSession session, String code) {
    if (session.mailedCode().filter(mailed -> Secrets.same(mailed, code)).isEmpty()) {
      throw new CognitoFault("CodeMismatchException", "Invalid code or auth state for the user.");
    }
    spend(session);
    return challenges.complete(attempt(session), user(session), Tokens.EMAILED_CODE);
  }

  /** A wrong code does not end the session: the next one of the app may be tried. */
  private ObjectNode totp(AuthSession session, String code) {
    PoolUser user = user(session);
    Challenges.requireEnabled(user);
    softwareTokens.check(user, code);
    spend(session);
    return challenges.completeWithSecondFactor(attempt(session), user);
  }

  private ObjectNode password(AuthSession session, String password) {
    spend(session);
    PoolUser user = user(session);
    return challenges.complete(
        attempt(session), passwords.check(user, password), Tokens.BY_PASSWORD);
  }

  /** What was to be signed is signed once: another try takes another challenge. */
  private ObjectNode passkey(AuthSession session, String credential) {
    spend(session);
    PoolUser user = user(session);
    Passkey used =
        webAuthn.verify(challenges.passkeys(user), credential, session.toSign().orElse(""));
    pool.save(used);
    return challenges.complete(
        attempt(session), user, used.synced() ? Tokens.SYNCED_PASSKEY : Tokens.PASSKEY);
  }

  /** A password that the policy refuses does not end the session: another may be tried. */
  private ObjectNode newPassword(AuthSession session, String password) {
    PoolUser user = user(session);
    Challenges.requireEnabled(user);
    PoolUser changed = passwords.setPermanent(user, password, "newPassword");
    spend(session);
    return challenges.complete(attempt(session), changed, Tokens.BY_PASSWORD);
  }

  private Challenges.Attempt attempt(AuthSession session) {
    return new Challenges.Attempt(settings.client(session.client()), session.username());
  }

  private PoolUser user(AuthSession session) {
    Optional<PoolUser> user = session.user().flatMap(pool::find);
    return user.orElseThrow(CognitoFault::incorrectPassword);
  }

  private void spend(AuthSession session) {
    pool.save(session.spent(), clock.instant());
  }

  private static CognitoFault invalid(String why) {
    return CognitoFault.notAuthorized("Invalid session for the user" + why);
  }

  private static CognitoFault notOffered(String challenge) {
    return CognitoFault.invalidParameter(
        "The challenge " + challenge + " is not available for this user");
  }
}
