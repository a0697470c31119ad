package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.CLIENT;
import static clientportal.local.cognito.CognitoPool.OTHER_CLIENT;
import static clientportal.local.cognito.CognitoPool.PASSWORD;
import static clientportal.local.cognito.CognitoPool.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;

/** Authenticator apps as a second factor, and what the tokens say of it. */
final class CognitoSoftwareTokensIT {
  private static final String EMAIL = "ada@example.test";

  /** The secret and the codes of the appendix of RFC 6238, cut to six digits. */
  @Test
  void codes_areThoseOfTheStandard() {
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    assertThat(Totp.code(secret, 59 / 30)).isEqualTo("287082");
    assertThat(Totp.code(secret, 1111111109L / 30)).isEqualTo("081804");
    assertThat(Totp.code(secret, 20000000000L / 30)).isEqualTo("353130");
  }

  private CognitoPool pool = started();

  private static CognitoPool started() {
    try {
      return CognitoPool.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void create() {
    pool.createWithPassword(EMAIL);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private String code(String secret) {
    return Totp.code(secret, Totp.step(pool.clock.instant()));
  }

  /** Adds an app and turns it on; returns its secret. */
  private String enrol(String accessToken) {
    String secret =
        pool.client.associateSoftwareToken(r -> r.accessToken(accessToken)).secretCode();
    pool.client.verifySoftwareToken(r -> r.accessToken(accessToken).userCode(code(secret)));
    pool.client.setUserMFAPreference(r ->
        r.accessToken(accessToken)
            .softwareTokenMfaSettings(app -> app.enabled(true).preferredMfa(true)));
    return secret;
  }

  private static JWTClaimsSet claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anApp_isAskedForAfterThePassword_andIsTheOnlyWayIn_andTheTokensSaySo() throws Exception {
    String byMail = pool.signIn(EMAIL).accessToken();
    assertThat(claims(byMail).getStringListClaim("amr")).containsExactly("email_otp");
    assertThat(claims(byMail).getClaim("acr")).isEqualTo("urn:cognito:loa:2");
    String secret = enrol(byMail);
    pool.clock.advance(Duration.ofSeconds(30));

    InitiateAuthResponse started = pool.prefer(EMAIL, "EMAIL_OTP");
    assertThat(started.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
    assertThat(started.availableChallenges()).containsExactly(ChallengeNameType.PASSWORD);

    InitiateAuthResponse asked = pool.withPassword(EMAIL, PASSWORD);
    assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
    assertThat(asked.authenticationResult()).isNull();
    assertThatExceptionOfType(CodeMismatchException.class)
        .isThrownBy(() -> respond(asked.session(), "000000"));
    String token = respond(asked.session(), code(secret));
    assertThat(claims(token).getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
    assertThat(claims(token).getClaim("acr")).isEqualTo("urn:cognito:loa:4");
    assertThat(pool.trail).hasSize(2);
  }

  private String respond(String session, String code) {
    return pool.respond(
            ChallengeNameType.SOFTWARE_TOKEN_MFA,
            session,
            Map.of("USERNAME", EMAIL, "SOFTWARE_TOKEN_MFA_CODE", code))
        .authenticationResult()
        .accessToken();
  }

  @Test
  void aCode_isTakenOnce_andHalfAMinuteEarlyOrLate() {
    String secret = enrol(pool.signIn(EMAIL).accessToken());
    String session = pool.withPassword(EMAIL, PASSWORD).session();
    assertThatExceptionOfType(ExpiredCodeException.class)
        .isThrownBy(() -> respond(session, code(secret)));

    long step = Totp.step(pool.clock.instant());
    assertThatExceptionOfType(CodeMismatchException.class)
        .isThrownBy(() -> respond(session, Totp.code(secret, step + 2)));
    assertThat(respond(session, Totp.code(secret, step + 1))).isNotEmpty();
  }

  @Test
  void fiveWrongCodes_lockOut_whateverPasswordsAreGivenBetweenThem() {
    String secret = enrol(pool.signIn(EMAIL).accessToken());
    pool.clock.advance(Duration.ofSeconds(30));
    for (int i = 0; i < 5; i++) {
      String session = pool.withPassword(EMAIL, PASSWORD).session();
      assertThatExceptionOfType(CodeMismatchException.class)
          .isThrownBy(() -> respond(session, "000000"));
    }
    String session = pool.withPassword(EMAIL, PASSWORD).session();
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(() -> respond(session, code(secret)))
        .withMessageContaining("attempts exceeded");

    pool.clock.advance(Duration.ofSeconds(2));
    assertThat(respond(session, code(secret))).isNotEmpty();
  }

  @Test
  void anApp_isOnOnlyOnceACodeWasVerified_andAnAdministratorTurnsItOff() {
    String token = pool.signIn(EMAIL).accessToken();
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> turnOn(token))
        .withMessageContaining("has not set up");
    assertThatExceptionOfType(SoftwareTokenMfaNotFoundException.class)
        .isThrownBy(
            () -> pool.client.verifySoftwareToken(r -> r.accessToken(token).userCode("000000")));
    pool.client.associateSoftwareToken(r -> r.accessToken(token));
    assertThatExceptionOfType(EnableSoftwareTokenMfaException.class)
        .isThrownBy(
            () -> pool.client.verifySoftwareToken(r -> r.accessToken(token).userCode("000000")));
    assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> turnOn(token));

    enrol(token);
    assertThat(get().userMFASettingList()).containsExactly("SOFTWARE_TOKEN_MFA");
    assertThat(get().preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
    pool.client.adminSetUserMFAPreference(r ->
        r.userPoolId(POOL)
            .username(EMAIL)
            .softwareTokenMfaSettings(app -> app.enabled(false).preferredMfa(false)));
    assertThat(get().userMFASettingList()).isEmpty();
    assertThat(pool.withPassword(EMAIL, PASSWORD).authenticationResult()).isNotNull();
  }

  private void turnOn(String token) {
    pool.client.setUserMFAPreference(
        r -> r.accessToken(token).softwareTokenMfaSettings(app -> app.enabled(true)));
  }

  private AdminGetUserResponse get() {
    return pool.client.adminGetUser(r -> r.userPoolId(POOL).username(EMAIL));
  }

  @Test
  void aPoolWithoutSoftwareTokens_offersNone() throws IOException {
    pool.close();
    pool = CognitoPool.start(CognitoPool.withoutSoftwareTokens());
    pool.create(EMAIL);
    String token = pool.signIn(EMAIL).accessToken();

    assertThatExceptionOfType(SoftwareTokenMfaNotFoundException.class)
        .isThrownBy(() -> pool.client.associateSoftwareToken(r -> r.accessToken(token)));
  }

  @Test
  void eachClient_hasItsOwnTokens_andNotThoseOfAnother() throws Exception {
    String session =
        pool.client
            .initiateAuth(r ->
                r.clientId(OTHER_CLIENT)
                    .authFlow("USER_AUTH")
                    .authParameters(Map.of("USERNAME", EMAIL, "PREFERRED_CHALLENGE", "EMAIL_OTP")))
            .session();
    Map<String, String> answer =
        Map.of("USERNAME", EMAIL, "EMAIL_OTP_CODE", pool.mails.getLast().code());
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(() -> pool.respond(ChallengeNameType.EMAIL_OTP, session, answer));

    var issued =
        pool.client
            .respondToAuthChallenge(r ->
                r.clientId(OTHER_CLIENT)
                    .challengeName("EMAIL_OTP")
                    .session(session)
                    .challengeResponses(answer))
            .authenticationResult();

    assertThat(claims(issued.accessToken()).getClaim("client_id")).isEqualTo(OTHER_CLIENT);
    assertThat(claims(issued.idToken()).getAudience()).isEqualTo(List.of(OTHER_CLIENT));
    assertThat(issued.expiresIn()).isEqualTo(15 * 60);
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(() ->
            pool.client.getTokensFromRefreshToken(
                r -> r.clientId(CLIENT).refreshToken(issued.refreshToken())));
    pool.clock.advance(Duration.ofHours(12));
    assertThatExceptionOfType(NotAuthorizedException.class)
        .isThrownBy(() ->
            pool.client.getTokensFromRefreshToken(
                r -> r.clientId(OTHER_CLIENT).refreshToken(issued.refreshToken())))
        .withMessageContaining("expired");
  }
}
