package clientportal.local.cognito;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reports calls of signed-in people as CloudTrail does, through EventBridge: only those that change
 * how a person signs in. There it takes minutes, here it is at once.
 */
final class CloudTrail {
  private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
  private static final Set<String> REPORTED =
      Set.of(
          "ChangePassword",
          "CompleteWebAuthnRegistration",
          "DeleteWebAuthnCredential",
          "SetUserMFAPreference",
          "VerifySoftwareToken");

  private final CognitoSettings settings;
  private final Clock clock;
  private final Consumer<Map<String, Object>> eventBridge;

  CloudTrail(CognitoSettings settings, Clock clock, Consumer<Map<String, Object>> eventBridge) {
    this.settings = settings;
    this.clock = clock;
    this.eventBridge = eventBridge;
  }

  boolean reports(String operation) {
    return REPORTED.contains(operation);
  }

  /** Reports a call that succeeded. */
  void report(String operation, PoolUser user, String userAgent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("eventVersion", "1.08");
    detail.put("userIdentity", Map.of("type", "Unknown", "principalId", "Anonymous"));
    detail.put("eventTime", now.toString());
    detail.put("eventSource", "cognito-idp.amazonaws.com");
    detail.put("eventName", operation);
    detail.put("awsRegion", settings.region());
    detail.put("userAgent", userAgent);
    detail.put("requestParameters", Map.of("accessToken", HIDDEN));
    detail.put("additionalEventData", Map.of("sub", user.sub()));
    detail.put("eventID", UUID.randomUUID().toString());
    detail.put("readOnly", false);
    detail.put("eventType", "AwsApiCall");
    detail.put("managementEvent", true);
    detail.put("eventCategory", "Management");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("source", "aws.cognito-idp");
    event.put("detail-type", "AWS API Call via CloudTrail");
    event.put("detail", detail);
    eventBridge.accept(event);
  }
}
