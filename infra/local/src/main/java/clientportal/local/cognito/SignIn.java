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
    requireClient(settings, request);
    if (!flow.equals("ADMIN_USER_PASSWORD_AUTH")) {
      throw CognitoFault.invalidParameter(flow + " is not offered by the local user pool");
    }
    if (!settings.explicitAuthFlows().contains("ALLOW_ADMIN_USER_PASSWORD_AUTH")) {
      throw CognitoFault.invalidParameter("Auth flow not enabled for this client");
    }
    Parameters parameters = request.map("AuthParameters");
    return withPassword(parameters.key("USERNAME"), parameters.key("PASSWORD"));
  }

  private ObjectNode initiateAuth(Parameters request) {
    String flow = request.required("AuthFlow");
    requireClient(settings, request);
    if (!FLOWS.contains(flow)) {
      throw CognitoFault.constraint(
          "'" + flow + "'", "authFlow", "satisfy enum value set: " + FLOWS);
    }
    Parameters parameters = request.map("AuthParameters");
    return switch (flow) {
      case "USER_AUTH" -> {
        requireEnabled(flow, "ALLOW_USER_AUTH");
        yield userAuth(parameters);
      }
      case "USER_PASSWORD_AUTH" -> {
        requireEnabled(flow, "ALLOW_USER_PASSWORD_AUTH");
        yield withPassword(parameters.key("USERNAME"), parameters.key("PASSWORD"));
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
        requireEnabled("REFRESH_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");
        yield Answers.tokens(tokens.refresh(parameters.key("REFRESH_TOKEN")));
      }
      case "USER_SRP_AUTH", "CUSTOM_AUTH" -> {
        requireEnabled(flow, "ALLOW_" + flow);
        throw CognitoFault.invalidParameter(flow + " is not offered by the local user pool");
      }
      default -> throw CognitoFault.invalidParameter("Initiate Auth method not supported.");
    };
  }

  private ObjectNode userAuth(Parameters parameters) {
    String username = parameters.key("USERNAME");
    String preferred = parameters.text("PREFERRED_CHALLENGE").orElse("");
    if (!preferred.isEmpty() && !Challenges.FIRST_FACTORS.contains(preferred)) {
      throw CognitoFault.invalidParameter("Invalid value for PREFERRED_CHALLENGE: " + preferred);
    }
    return pool.find(username)
        .map(user -> userAuth(user, username, preferred, parameters))
        .orElseGet(() -> unknownUser(username, preferred, parameters));
  }

  private ObjectNode userAuth(
      PoolUser user, String username, String preferred, Parameters parameters) {
    if (!challenges.available(user).contains(preferred)) {
      return challenges.select(user, username);
    }
    return challenges.start(user, username, preferred, parameters);
  }

  /**
   * For an unknown address {@code USER_AUTH} does not fail as the other flows do, whatever the
   * value of {@code PreventUserExistenceErrors}: it answers with one of the pool's challenges,
   * which cannot be passed. No mail is sent.
   */
  private ObjectNode unknownUser(String username, String preferred, Parameters parameters) {
    if (preferred.equals("PASSWORD") && parameters.has("PASSWORD")) {
      throw CognitoFault.incorrectPassword();
    }
    return challenges.pretend(username, preferred);
  }

  private ObjectNode withPassword(String username, String password) {
    PoolUser user = pool.find(username).orElseThrow(CognitoFault::incorrectPassword);
    return challenges.complete(passwords.check(user, password), username);
  }

  private ObjectNode getTokensFromRefreshToken(Parameters request) {
    String refreshToken = request.required("RefreshToken");
    requireClient(settings, request);
    ObjectNode answer = Answers.tokens(tokens.refresh(refreshToken));
    answer.remove("ChallengeParameters");
    return answer;
  }

  private void requireEnabled(String flow, String setting) {
    if (!settings.explicitAuthFlows().contains(setting)) {
      throw CognitoFault.invalidParameter(flow + " flow not enabled for this client");
    }
  }

  static void requireClient(CognitoSettings settings, Parameters request) {
    String client = request.required("ClientId");
    if (!client.equals(settings.userPoolClientId())) {
      throw new CognitoFault(
          "ResourceNotFoundException", "User pool client " + client + " does not exist.");
    }
  }
}
