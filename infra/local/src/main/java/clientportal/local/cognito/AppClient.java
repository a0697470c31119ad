package clientportal.local.cognito;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An app client of the pool, which has no secret.
 *
 * @param authSessionValidity how long a challenge may be answered, and a mailed code is valid
 * @param explicitAuthFlows as the template names them: {@code ALLOW_USER_AUTH}, …
 * @param rotationGrace how long a refresh token may be used again once it was replaced; empty if
 *     none is replaced
 * @param readable the attributes that its users see, in ID tokens too
 * @param writable the attributes that its users may change
 */
public record AppClient(
    String id,
    Duration authSessionValidity,
    Duration accessTokenValidity,
    Duration idTokenValidity,
    Duration refreshTokenValidity,
    Set<String> explicitAuthFlows,
    Optional<Duration> rotationGrace,
    Set<String> readable,
    Set<String> writable) {

  /** Copies the sets. */
  public AppClient {
    explicitAuthFlows = Set.copyOf(explicitAuthFlows);
    readable = Set.copyOf(readable);
    writable = Set.copyOf(writable);
  }

  /** Returns what a user of this client sees of the user's attributes. */
  Map<String, String> visible(PoolUser user) {
    Map<String, String> visible = new TreeMap<>(user.attributes());
    visible.keySet().removeIf(name -> !name.equals("sub") && !readable.contains(name));
    return visible;
  }
}
