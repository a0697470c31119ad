package clientportal.local.cognito;

/**
 * One sign-in. All tokens that were issued from it carry its {@code origin_jti}.
 *
 * @param refreshToken hashed
 * @param at when the person signed in, in seconds since the epoch
 * @param until when the refresh token expires, in milliseconds since the epoch
 */
record SignedIn(
    String originJti, String sub, String refreshToken, long at, long until, boolean revoked) {

  SignedIn revoke() {
    return new SignedIn(originJti, sub, refreshToken, at, until, true);
  }
}
