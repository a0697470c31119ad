package clientportal.local.cognito;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in. All tokens that were issued from it carry its {@code origin_jti}.
 *
 * @param client the app client that the tokens are for
 * @param methods how the person signed in, the {@code amr} of the tokens
 * @param refreshToken hashed
 * @param rotated the hashes of earlier refresh tokens, and until when each may still be used, in
 *     milliseconds since the epoch
 * @param at when the person signed in, in seconds since the epoch
 * @param until when the refresh tokens expire, in milliseconds since the epoch
 */
record SignedIn(
    String originJti,
    String sub,
    String client,
    List<String> methods,
    String refreshToken,
    Map<String, Long> rotated,
    long at,
    long until,
    boolean revoked) {

  SignedIn(
      String originJti,
      String sub,
      @Nullable String client,
      @Nullable List<String> methods,
      String refreshToken,
      @Nullable Map<String, Long> rotated,
      long at,
      long until,
      boolean revoked) {
    this.originJti = originJti;
    this.sub = sub;
    this.client = client == null ? "" : client;
    this.methods = methods == null ? List.of() : List.copyOf(methods);
    this.refreshToken = refreshToken;
    this.rotated = rotated == null ? Map.of() : Map.copyOf(rotated);
    this.at = at;
    this.until = until;
    this.revoked = revoked;
  }

  SignedIn revoke() {
    return new SignedIn(originJti, sub, client, methods, refreshToken, rotated, at, until, true);
  }

  /** Returns the sign-in with another refresh token, which expires when the first one does. */
  SignedIn rotate(String next, Instant graceEnds) {
    Map<String, Long> earlier = new TreeMap<>(rotated);
    earlier.put(refreshToken, graceEnds.toEpochMilli());
    return new SignedIn(originJti, sub, client, methods, next, earlier, at, until, revoked);
  }

  boolean hasRefreshToken(String hashed) {
    return refreshToken.equals(hashed) || rotated.containsKey(hashed);
  }

  /** Tells whether a refresh token was replaced by another, longer ago than it may be repeated. */
  boolean isReused(String hashed, Instant now) {
    Long graceEnds = rotated.get(hashed);
    return graceEnds != null && now.toEpochMilli() >= graceEnds;
  }
}
