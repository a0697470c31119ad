package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** Answers in the shapes of Cognito's API. */
final class Answers {
  private Answers() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A user as an administrator sees it; the list's name differs between operations. */
  static ObjectNode user(PoolUser user, String list) {
    return user(user, list, user.attributes());
  }

  /** A user with some of the attributes. */
  static ObjectNode user(PoolUser user, String list, Map<String, String> attributes) {
    ObjectNode answer = empty();
    answer.put("Username", user.sub());
    answer.set(list, attributes(attributes));
    if (user.softwareToken().enabled()) {
      answer.putArray("UserMFASettingList").add(Challenges.SOFTWARE_TOKEN_MFA);
    }
    if (user.softwareToken().preferred()) {
      answer.put("PreferredMfaSetting", Challenges.SOFTWARE_TOKEN_MFA);
    }
    return answer;
  }

  static ObjectNode withState(ObjectNode answer, PoolUser user) {
    answer.put("UserCreateDate", time(user.created()));
    answer.put("UserLastModifiedDate", time(user.modified()));
    answer.put("Enabled", user.enabled());
    answer.put("UserStatus", user.status());
    return answer;
  }

  static ObjectNode tokens(Tokens.Issued issued) {
    ObjectNode result = empty();
    result.put("AccessToken", issued.accessToken());
    result.put("ExpiresIn", issued.expiresIn());
    result.put("TokenType", "Bearer");
    issued.refreshToken().ifPresent(token -> result.put("RefreshToken", token));
    result.put("IdToken", issued.idToken());
    ObjectNode answer = empty();
    answer.set("AuthenticationResult", result);
    answer.set("ChallengeParameters", empty());
    return answer;
  }

  static ObjectNode challenge(AuthSession session, Map<String, String> parameters) {
    ObjectNode answer = empty();
    answer.put("ChallengeName", session.challenge());
    answer.put("Session", session.token());
    ObjectNode details = answer.putObject("ChallengeParameters");
    parameters.forEach(details::put);
    if (!session.available().isEmpty()) {
      ArrayNode available = answer.putArray("AvailableChallenges");
      session.available().forEach(available::add);
    }
    return answer;
  }

  private static ArrayNode attributes(Map<String, String> attributes) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    attributes.forEach((name, value) -> list.addObject().put("Name", name).put("Value", value));
    return list;
  }

  /** AWS JSON writes times as seconds since the epoch, with a fraction. */
  private static BigDecimal time(long millis) {
    return BigDecimal.valueOf(millis, 3);
  }
}
