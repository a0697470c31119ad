package clientportal.local.cognito;

/**
 * One sign-in: the refresh token and every token that came of it share its {@code origin_jti}.
 *
 * @param refreshToken hashed
 * @param at when the person signed in, in seconds of the epoch
 * @param until the refresh token's end, in milliseconds of the epoch
 */
record SignedIn(
    String originJti, String sub, String refreshToken, long at, long until, boolean revoked) {

  SignedIn revoke() {
    return new SignedIn(originJti, sub, refreshToken, at, until, true);
  }
}
