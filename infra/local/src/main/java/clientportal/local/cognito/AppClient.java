package clientportal.local.cognito;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * An app client of the pool, which has no secret.
 *
 * @param explicitAuthFlows as the template names them: {@code ALLOW_USER_AUTH}, …
 * @param rotationGrace how long a refresh token may be used again once it was replaced; empty if
 *     none is replaced
 */
public record AppClient(
    String id,
    Duration accessTokenValidity,
    Duration idTokenValidity,
    Duration refreshTokenValidity,
    Set<String> explicitAuthFlows,
    Optional<Duration> rotationGrace) {

  /** Copies the set. */
  public AppClient {
    explicitAuthFlows = Set.copyOf(explicitAuthFlows);
  }
}
