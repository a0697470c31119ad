package clientportal.local.cognito;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The template's settings of the user pool and its only client, which has no secret.
 *
 * @param issuer the {@code iss} of every token, without a slash at the end
 * @param explicitAuthFlows as the template names them: {@code ALLOW_USER_AUTH}, …
 * @param rotationGrace how long a refresh token may be used again once it was replaced; empty if
 *     none is replaced
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
    Set<String> allowedFirstAuthFactors,
    PasswordPolicy passwordPolicy,
    Optional<Duration> rotationGrace) {

  /** Copies the sets. */
  public CognitoSettings {
    explicitAuthFlows = Set.copyOf(explicitAuthFlows);
    allowedFirstAuthFactors = Set.copyOf(allowedFirstAuthFactors);
  }
}
