package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code InitiateAuth} and the exchange of refresh tokens. */
final class SignIn {
  private static final Set<String> FLOWS =
      Set.of(
          "USER_SRP_AUTH",
          "REFRESH_TOKEN_AUTH",
          "REFRESH_TOKEN",
          "CUSTOM_AUTH",
          "ADMIN_NO_SRP_AUTH",
          "USER_PASSWORD_AUTH",
          "ADMIN_USER_PASSWORD_AUTH",
          "USER_AUTH");

  private final CognitoSettings settings;
  private final UserPool pool;
  private final Passwords passwords;
  private final Tokens tokens;
  private final Challenges challenges;

  SignIn(
      CognitoSettings settings,
      UserPool pool,
      Passwords passwords,
      Tokens tokens,
      Challenges challenges) {
    this.settings = settings;
    this.pool = pool;
    this.passwords = passwords;
    this.tokens = tokens;
    this.challenges = challenges;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of(
        "InitiateAuth", this::initiateAuth,
        "GetTokensFromRefreshToken", this::getTokensFromRefreshToken);
  }

  Map<String, Function<Parameters, ObjectNode>> adminOperations() {
    return Map.of("AdminInitiateAuth", this::adminInitiateAuth);
  }

  private ObjectNode adminInitiateAuth(Parameters request) {
    AdminUsers.requirePool(settings, request);
    String flow = request.required("AuthFlow");
    AppClient client = client(settings, request);
    if (!flow.equals("ADMIN_USER_PASSWORD_AUTH")) {
      throw CognitoFault.invalidParameter(flow + " is not offered by the local user pool");
    }
    if (!client.explicitAuthFlows().contains("ALLOW_ADMIN_USER_PASSWORD_AUTH")) {
      throw CognitoFault.invalidParameter("Auth flow not enabled for this client");
    }
    Parameters parameters = request.map("AuthParameters");
    return withPassword(client, parameters);
  }

  private ObjectNode initiateAuth(Parameters request) {
    String flow = request.required("AuthFlow");
    AppClient client = client(settings, request);
    if (!FLOWS.contains(flow)) {
      throw CognitoFault.constraint(
          "'" + flow + "'", "authFlow", "satisfy enum value set: " + FLOWS);
    }
    Parameters parameters = request.map("AuthParameters");
    return switch (flow) {
      case "USER_AUTH" -> {
        requireEnabled(client, flow, "ALLOW_USER_AUTH");
        yield userAuth(client, parameters);
      }
      case "USER_PASSWORD_AUTH" -> {
        requireEnabled(client, flow, "ALLOW_USER_PASSWORD_AUTH");
        yield withPassword(client, parameters);
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
        requireEnabled(client, "REFRESH_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");
        yield Answers.tokens(tokens.refresh(client, parameters.key("REFRESH_TOKEN")));
      }
      case "USER_SRP_AUTH", "CUSTOM_AUTH" -> {
        requireEnabled(client, flow, "ALLOW_" + flow);
        throw CognitoFault.invalidParameter(flow + " is not offered by the local user pool");
      }
      default -> throw CognitoFault.invalidParameter("Initiate Auth method not supported.");
    };
  }

  private ObjectNode userAuth(AppClient client, Parameters parameters) {
    Challenges.Attempt attempt = new Challenges.Attempt(client, parameters.key("USERNAME"));
    String preferred = parameters.text("PREFERRED_CHALLENGE").orElse("");
    if (!preferred.isEmpty() && !Challenges.FIRST_FACTORS.contains(preferred)) {
      throw CognitoFault.invalidParameter("Invalid value for PREFERRED_CHALLENGE: " + preferred);
    }
    return pool.find(attempt.username())
        .map(user -> userAuth(attempt, user, preferred, parameters))
        .orElseGet(() -> unknownUser(attempt, preferred, parameters));
  }

  private ObjectNode userAuth(
      Challenges.Attempt attempt, PoolUser user, String preferred, Parameters parameters) {
    if (!challenges.available(user).contains(preferred)) {
      return challenges.select(attempt, user);
    }
    return challenges.start(attempt, user, preferred, parameters);
  }

  /**
   * For an unknown address {@code USER_AUTH} does not fail as the other flows do, whatever the
   * value of {@code PreventUserExistenceErrors}: it answers with one of the pool's challenges,
   * which cannot be passed. No mail is sent.
   */
  private ObjectNode unknownUser(
      Challenges.Attempt attempt, String preferred, Parameters parameters) {
    if (preferred.equals("PASSWORD") && parameters.has("PASSWORD")) {
      throw CognitoFault.incorrectPassword();
    }
    return challenges.pretend(attempt, preferred);
  }

  private ObjectNode withPassword(AppClient client, Parameters parameters) {
    Challenges.Attempt attempt = new Challenges.Attempt(client, parameters.key("USERNAME"));
    String password = parameters.key("PASSWORD");
    PoolUser user = pool.find(attempt.username()).orElseThrow(CognitoFault::incorrectPassword);
    return challenges.complete(attempt, passwords.check(user, password), Tokens.BY_PASSWORD);
  }

  private ObjectNode getTokensFromRefreshToken(Parameters request) {
    String refreshToken = request.required("RefreshToken");
    AppClient client = client(settings, request);
    ObjectNode answer = Answers.tokens(tokens.refresh(client, refreshToken));
    answer.remove("ChallengeParameters");
    return answer;
  }

  private static void requireEnabled(AppClient client, String flow, String setting) {
    if (!client.explicitAuthFlows().contains(setting)) {
      throw CognitoFault.invalidParameter(flow + " flow not enabled for this client");
    }
  }

  /** Returns the client that a request names. */
  static AppClient client(CognitoSettings settings, Parameters request) {
    return settings.client(request.required("ClientId"));
  }
}
