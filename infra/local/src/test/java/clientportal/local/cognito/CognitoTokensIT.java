package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.CLIENT;
import static clientportal.local.cognito.CognitoPool.OTHER_CLIENT;
import static clientportal.local.cognito.CognitoPool.PASSWORD;
import static clientportal.local.cognito.CognitoPool.POOL;
import static clientportal.local.cognito.CognitoPool.SETTINGS;
import static clientportal.local.cognito.CognitoPool.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** The tokens: what they say, how long they live, how they end, and what only they allow. */
class CognitoTokensIT {
  private static final String ADA = "ada@example.com";
  private static final AttributeType LOCALE = attribute("locale", "de");

  private CognitoPool pool;
  private String sub = "";

  @BeforeEach
  void start() throws IOException {
    pool = CognitoPool.start();
    sub = pool.create(ADA);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void accessToken_saysWhoAndFor_butNotTheAddress() throws Exception {
    JWTClaimsSet claims = verified(pool.signIn(ADA).accessToken());
    long now = pool.clock.instant().getEpochSecond();
    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "sub",
            "iss",
            "client_id",
            "origin_jti",
            "event_id",
            "token_use",
            "scope",
            "acr",
            "amr",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "username");
    assertThat(claims.getSubject()).isEqualTo(sub);
    assertThat(claims.getIssuer()).isEqualTo(SETTINGS.issuer());
    assertThat(claims.getStringClaim("client_id")).isEqualTo(CLIENT);
    assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
    assertThat(claims.getStringClaim("scope")).isEqualTo("aws.cognito.signin.user.admin");
    assertThat(claims.getStringClaim("username")).isEqualTo(sub);
    assertThat(claims.getLongClaim("auth_time")).isEqualTo(now);
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(Instant.ofEpochSecond(now)));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(Instant.ofEpochSecond(now + 3600)));
  }

  @Test
  void idToken_saysTheAttributes() throws Exception {
    AuthenticationResultType tokens = pool.signIn(ADA);
    JWTClaimsSet claims = verified(tokens.idToken());
    assertThat(claims.getAudience()).isEqualTo(List.of(CLIENT));
    assertThat(claims.getSubject()).isEqualTo(sub);
    assertThat(claims.getStringClaim("email")).isEqualTo(ADA);
    assertThat(claims.getBooleanClaim("email_verified")).isTrue();
    assertThat(claims.getStringClaim("cognito:username")).isEqualTo(sub);
    assertThat(claims.getStringClaim("token_use")).isEqualTo("id");
    assertThat(claims.getClaim("scope")).isNull();
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(30)));
    assertThat(claims.getStringClaim("origin_jti"))
        .isEqualTo(verified(tokens.accessToken()).getStringClaim("origin_jti"));
  }

  /** Verified with the keys that are published, as an authorizer does. */
  private JWTClaimsSet verified(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    JWKSet keys = JWKSet.parse(pool.get("/" + POOL + "/.well-known/jwks.json").response().body());
    assertThat(keys.toString()).isEqualTo(pool.standIn.publicKeys().toString());
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(
            jwt.verify(
                new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
    return jwt.getJWTClaimsSet();
  }

  @Test
  void refresh_givesNewTokensOfTheSameSignIn_andNoNewRefreshToken() throws Exception {
    AuthenticationResultType first = pool.signIn(ADA);
    pool.clock.advance(Duration.ofDays(29));
    AuthenticationResultType second = pool.refresh(first.refreshToken()).authenticationResult();
    assertThat(second.refreshToken()).isNull();
    JWTClaimsSet before = verified(first.accessToken());
    JWTClaimsSet after = verified(second.accessToken());
    assertThat(after.getClaim("origin_jti")).isEqualTo(before.getClaim("origin_jti"));
    assertThat(after.getClaim("auth_time")).isEqualTo(before.getClaim("auth_time"));
    assertThat(after.getJWTID()).isNotEqualTo(before.getJWTID());
    assertThat(after.getIssueTime()).isEqualTo(Date.from(whole(pool.clock.instant())));

    assertThat(
            pool.client
                .getTokensFromRefreshToken(
                    r -> r.clientId(CLIENT).refreshToken(first.refreshToken()))
                .authenticationResult()
                .accessToken())
        .isNotEmpty();
  }

  private static Instant whole(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond());
  }

  @Test
  void refreshTokens_rotate_theEarlierOneMayBeRepeatedShortly_andTheSignInDoesNotGetLonger()
      throws Exception {
    try (CognitoPool rotating = CognitoPool.start(CognitoPool.rotating())) {
      rotating.create("rita@example.com");
      String first = rotating.signIn("rita@example.com").refreshToken();
      assertThatThrownBy(() -> rotating.refresh(first))
          .hasMessageContaining("REFRESH_TOKEN_AUTH flow not enabled");

      AuthenticationResultType second = rotating.rotate(first);
      assertThat(second.refreshToken()).isNotEqualTo(first).isNotEmpty();
      rotating.clock.advance(Duration.ofSeconds(9));
      assertThat(rotating.rotate(first).accessToken()).isNotEmpty();
      rotating.clock.advance(Duration.ofSeconds(1));
      assertThatThrownBy(() -> rotating.rotate(first))
          .isInstanceOf(RefreshTokenReuseException.class);

      String last = rotating.signIn("rita@example.com").refreshToken();
      rotating.clock.advance(Duration.ofDays(29));
      String rotated = rotating.rotate(last).refreshToken();
      rotating.clock.advance(Duration.ofDays(1));
      assertNotAuthorized(() -> rotating.rotate(rotated), "Refresh Token has expired");
    }
  }

  @Test
  void refreshToken_expiredRevokedOrMadeUp() {
    AuthenticationResultType tokens = pool.signIn(ADA);
    assertNotAuthorized(() -> pool.refresh("made-up"), "Invalid Refresh Token");
    pool.clock.advance(Duration.ofDays(30));
    assertNotAuthorized(() -> pool.refresh(tokens.refreshToken()), "Refresh Token has expired");

    AuthenticationResultType later = pool.signIn(ADA);
    pool.client.revokeToken(r -> r.clientId(CLIENT).token(later.refreshToken()));
    assertNotAuthorized(() -> pool.refresh(later.refreshToken()), "Refresh Token has been revoked");
  }

  @Test
  void getUser_ofTheAccessToken() {
    GetUserResponse user = user(pool.signIn(ADA).accessToken());
    assertThat(user.username()).isEqualTo(sub);
    assertThat(user.userAttributes()).contains(attribute("sub", sub), attribute("email", ADA));
  }

  @Test
  void getUser_withATokenThatIsNoneExpiredOrForged() throws Exception {
    AuthenticationResultType tokens = pool.signIn(ADA);
    assertNotAuthorized(() -> user("made-up"), "Invalid Access Token");
    assertNotAuthorized(() -> user(tokens.idToken()), "Invalid Access Token");
    String[] parts = tokens.accessToken().split("\\.", -1);
    assertNotAuthorized(
        () -> user(parts[0] + "." + parts[1] + "." + tokens.idToken().split("\\.", -1)[2]),
        "Invalid Access Token");
    try (CognitoPool other = CognitoPool.start()) {
      other.create(ADA);
      String foreign = other.signIn(ADA).accessToken();
      assertNotAuthorized(() -> user(foreign), "Invalid Access Token");
    }
    pool.clock.advance(Duration.ofMinutes(60));
    assertNotAuthorized(() -> user(tokens.accessToken()), "Access Token has expired");
    assertThatThrownBy(() -> pool.client.getUser(r -> {}))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void revokeToken_endsThatSignInAlone() {
    AuthenticationResultType one = pool.signIn(ADA);
    AuthenticationResultType other = pool.signIn(ADA);
    pool.client.revokeToken(r -> r.clientId(CLIENT).token(one.refreshToken()));
    assertNotAuthorized(() -> user(one.accessToken()), "Access Token has been revoked");
    assertThat(user(other.accessToken()).username()).isEqualTo(sub);
    assertThat(pool.refresh(other.refreshToken()).authenticationResult()).isNotNull();

    pool.client.revokeToken(r -> r.clientId(CLIENT).token(one.refreshToken()));
    assertThatThrownBy(
            () -> pool.client.revokeToken(r -> r.clientId(CLIENT).token(other.accessToken())))
        .isInstanceOf(UnsupportedTokenTypeException.class);
  }

  @Test
  void globalSignOut_endsEverySignInOfTheUser_andNoneThatFollows() {
    AuthenticationResultType one = pool.signIn(ADA);
    AuthenticationResultType other = pool.signIn(ADA);
    pool.create("bob@example.com");
    AuthenticationResultType bobs = pool.signIn("bob@example.com");
    pool.client.globalSignOut(r -> r.accessToken(one.accessToken()));
    assertSignedOut(one);
    assertSignedOut(other);
    assertNotAuthorized(
        () -> pool.client.globalSignOut(r -> r.accessToken(one.accessToken())),
        "Access Token has been revoked");
    assertThat(user(bobs.accessToken())).isNotNull();
    assertThat(user(pool.signIn(ADA).accessToken())).isNotNull();
  }

  @Test
  void adminUserGlobalSignOut_endsEverySignIn() {
    AuthenticationResultType tokens = pool.signIn(ADA);
    pool.client.adminUserGlobalSignOut(r -> r.userPoolId(POOL).username(ADA));
    assertSignedOut(tokens);
  }

  private void assertSignedOut(AuthenticationResultType tokens) {
    assertNotAuthorized(() -> user(tokens.accessToken()), "Access Token has been revoked");
    assertNotAuthorized(
        () -> pool.refresh(tokens.refreshToken()), "Refresh Token has been revoked");
  }

  @Test
  void disabledUsersTokens_areRefused_andStayRevokedWhenEnabledAgain() {
    AuthenticationResultType tokens = pool.signIn(ADA);
    pool.client.adminDisableUser(r -> r.userPoolId(POOL).username(sub));
    assertNotAuthorized(() -> user(tokens.accessToken()), "User is disabled.");
    assertNotAuthorized(() -> pool.refresh(tokens.refreshToken()), "User is disabled.");
    pool.client.adminEnableUser(r -> r.userPoolId(POOL).username(sub));
    assertSignedOut(tokens);
  }

  @Test
  void deletedUsersTokens_areRefused() {
    AuthenticationResultType tokens = pool.signIn(ADA);
    pool.client.adminDeleteUser(r -> r.userPoolId(POOL).username(sub));
    assertThatThrownBy(() -> user(tokens.accessToken())).isInstanceOf(UserNotFoundException.class);
    assertNotAuthorized(() -> pool.refresh(tokens.refreshToken()), "Invalid Refresh Token");
  }

  @Test
  void changePassword_needsThePreviousOne_ifThereIsOne() {
    String token = pool.signIn(ADA).accessToken();
    pool.client.changePassword(r -> r.accessToken(token).proposedPassword(PASSWORD));
    assertThat(pool.withPassword(ADA, PASSWORD).authenticationResult()).isNotNull();

    assertThatThrownBy(() ->
            pool.client.changePassword(r -> r.accessToken(token).proposedPassword("New-Pass1")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> change(token, PASSWORD, "weak"))
        .isInstanceOf(InvalidPasswordException.class);
    for (int i = 0; i < 5; i++) {
      assertNotAuthorized(
          () -> change(token, "Wrong-Passw0rd", "New-Passw0rd"), "Incorrect username or password.");
    }
    assertThatThrownBy(() -> change(token, PASSWORD, "New-Passw0rd"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("Attempt limit exceeded, please try after some time.");
    pool.clock.advance(Duration.ofSeconds(1));
    change(token, PASSWORD, "New-Passw0rd");
    assertThat(pool.withPassword(ADA, "New-Passw0rd").authenticationResult()).isNotNull();
  }

  private void change(String token, String previous, String proposed) {
    pool.client.changePassword(
        r -> r.accessToken(token).previousPassword(previous).proposedPassword(proposed));
  }

  @Test
  void aClient_writesWhatItMayWriteAlone_andNobodyDeletesThemselves() {
    String token = pool.signIn(ADA).accessToken();
    String refused = "A client attempted to write unauthorized attribute";
    assertNotAuthorized(
        () ->
            pool.client.updateUserAttributes(
                r -> r.accessToken(token).userAttributes(attribute("email", "x@example.com"))),
        refused);
    assertNotAuthorized(() -> pool.client.deleteUser(r -> r.accessToken(token)), refused);
    assertNotAuthorized(
        () -> pool.client.deleteUser(r -> r.accessToken("made-up")), "Invalid Access Token");
    assertNotAuthorized(
        () ->
            pool.client.updateUserAttributes(
                r -> r.accessToken(token).userAttributes(attribute("name", "Ada"), LOCALE)),
        refused);
    pool.client.updateUserAttributes(r -> r.accessToken(token).userAttributes(LOCALE));
    assertThat(user(token).userAttributes())
        .containsExactlyInAnyOrder(
            attribute("sub", sub),
            attribute("email", ADA),
            attribute("email_verified", "true"),
            LOCALE);
  }

  @Test
  void aClient_readsWhatItMayReadAlone_inTheIdTokenToo() throws Exception {
    AuthenticationResultType tokens = pool.signIn(ADA, OTHER_CLIENT);

    JWTClaimsSet claims = verified(tokens.idToken());
    assertThat(claims.getSubject()).isEqualTo(sub);
    assertThat(claims.getClaims().keySet()).doesNotContain("email", "email_verified");
    assertThat(user(tokens.accessToken()).userAttributes()).containsExactly(attribute("sub", sub));
  }

  @Test
  void aListOfAttributesThatIsAbsent_standsForAllOfThem() {
    assertThat(UserAttributes.readable(List.of())).contains("email", "email_verified", "locale");
    assertThat(UserAttributes.readable(List.of("locale"))).containsExactly("locale");
    assertThat(UserAttributes.writable(List.of()))
        .contains("email", "locale")
        .doesNotContain("email_verified");
  }

  private GetUserResponse user(String accessToken) {
    return pool.client.getUser(r -> r.accessToken(accessToken));
  }

  private static void assertNotAuthorized(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining(message);
  }
}
