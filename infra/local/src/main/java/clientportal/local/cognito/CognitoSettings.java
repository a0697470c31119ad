package clientportal.local.cognito;

import java.time.Duration;
import java.util.Set;

/**
 * What the template says of the user pool and its one client, which has no secret.
 *
 * @param issuer the {@code iss} of every token, without a slash at its end
 * @param explicitAuthFlows as the template names them: {@code ALLOW_USER_AUTH}, …
 * @param allowedFirstAuthFactors {@code PASSWORD}, {@code EMAIL_OTP}, {@code WEB_AUTHN}
 */
public record CognitoSettings(
    String region,
    String userPoolId,
    String userPoolClientId,
    String issuer,
    Duration accessTokenValidity,
    Duration idTokenValidity,
    Duration refreshTokenValidity,
    Set<String> explicitAuthFlows,
    Set<String> allowedFirstAuthFactors) {

  /** Copies the sets, so that later changes of them are not seen. */
  public CognitoSettings {
    explicitAuthFlows = Set.copyOf(explicitAuthFlows);
    allowedFirstAuthFactors = Set.copyOf(allowedFirstAuthFactors);
  }
}
