package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.CLIENT;
import static clientportal.local.cognito.CognitoPool.PASSWORD;
import static clientportal.local.cognito.CognitoPool.POOL;
import static clientportal.local.cognito.CognitoPool.creation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** InitiateAuth and RespondToAuthChallenge: the flows, their challenges and their errors. */
class CognitoSignInIT {

  private static final String ADA = "ada@example.com";

  private CognitoPool pool;

  @BeforeEach
  void start() throws IOException {
    pool = CognitoPool.start();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void emailOtp_mailsEightDigits_andTheRightCodeGivesTokens() {
    pool.create(ADA);
    InitiateAuthResponse challenge = pool.prefer("ADA@Example.com", "EMAIL_OTP");

    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
    assertThat(challenge.availableChallenges()).containsExactly(ChallengeNameType.EMAIL_OTP);
    assertThat(challenge.challengeParameters())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL",
                "CODE_DELIVERY_DESTINATION", "a***@e***"));
    assertThat(challenge.authenticationResult()).isNull();
    assertThat(pool.mails).hasSize(1);
    assertThat(pool.mails.getFirst().email()).isEqualTo(ADA);
    assertThat(pool.mails.getFirst().code()).matches("\\d{8}");

    RespondToAuthChallengeResponse done =
        pool.respondWithCode(ADA, challenge.session(), pool.mails.getFirst().code());
    assertThat(done.challengeName()).isNull();
    assertThat(done.authenticationResult().tokenType()).isEqualTo("Bearer");
    assertThat(done.authenticationResult().expiresIn()).isEqualTo(3600);
    assertThat(done.authenticationResult().refreshToken()).isNotEmpty();
  }

  @Test
  void emailOtp_theUsernameOfTheAnswerMayBeTheSub() {
    String sub = pool.create(ADA);
    String session = pool.prefer(ADA, "EMAIL_OTP").session();
    assertThat(
            pool.respondWithCode(sub, session, pool.mails.getLast().code()).authenticationResult())
        .isNotNull();
  }

  @Test
  void emailOtp_wrongCode_isAMismatch_andTheSessionMayBeTriedAgain() {
    pool.create(ADA);
    String session = pool.prefer(ADA, "EMAIL_OTP").session();
    String code = pool.mails.getLast().code();
    String wrong = code.equals("00000000") ? "11111111" : "00000000";
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(() -> pool.respondWithCode(ADA, session, wrong))
          .isInstanceOf(CodeMismatchException.class)
          .hasMessageContaining("Invalid code or auth state for the user.");
    }
    assertThat(pool.respondWithCode(ADA, session, code).authenticationResult()).isNotNull();
  }

  @Test
  void emailOtp_usedTwice_expired_orUnknown_isNoSession() {
    pool.create(ADA);
    String used = pool.prefer(ADA, "EMAIL_OTP").session();
    String code = pool.mails.getLast().code();
    pool.respondWithCode(ADA, used, code);
    assertNotAuthorized(
        () -> pool.respondWithCode(ADA, used, code),
        "Invalid session for the user, session can only be used once.");

    String old = pool.prefer(ADA, "EMAIL_OTP").session();
    String late = pool.mails.getLast().code();
    pool.clock.advance(CognitoPool.APP.authSessionValidity());
    assertNotAuthorized(
        () -> pool.respondWithCode(ADA, old, late),
        "Invalid session for the user, session is expired.");

    assertNotAuthorized(
        () -> pool.respondWithCode(ADA, "made-up", code), "Invalid session for the user.");
  }

  @Test
  void emailOtp_justInTime() {
    pool.create(ADA);
    String session = pool.prefer(ADA, "EMAIL_OTP").session();
    pool.clock.advance(CognitoPool.APP.authSessionValidity().minusMillis(1));
    assertThat(
            pool.respondWithCode(ADA, session, pool.mails.getLast().code()).authenticationResult())
        .isNotNull();
  }

  @Test
  void emailOtp_codeOfAnotherSession_orAnotherUser_isRefused() {
    pool.create(ADA);
    pool.create("bob@example.com");
    String first = pool.prefer(ADA, "EMAIL_OTP").session();
    String firstCode = pool.mails.getLast().code();
    String bobs = pool.prefer("bob@example.com", "EMAIL_OTP").session();
    String bobsCode = pool.mails.getLast().code();
    assertThatThrownBy(() -> pool.respondWithCode("bob@example.com", bobs, firstCode))
        .isInstanceOf(CodeMismatchException.class);
    assertNotAuthorized(
        () -> pool.respondWithCode(ADA, bobs, bobsCode), "Invalid session for the user.");
    assertThat(pool.respondWithCode(ADA, first, firstCode).authenticationResult()).isNotNull();
  }

  @Test
  void emailOtp_whileATemporaryPasswordMustBeChanged_isNotOffered() {
    pool.client.adminCreateUser(creation(ADA).temporaryPassword("Temp-Passw0rd").build());
    InitiateAuthResponse challenge = pool.prefer(ADA, "EMAIL_OTP");
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
    assertThat(challenge.availableChallenges()).containsExactly(ChallengeNameType.PASSWORD);
    assertThat(pool.mails).isEmpty();
  }

  @Test
  void unknownUser_getsAChallengeThatNothingPasses_andNoMail() {
    InitiateAuthResponse challenge = pool.prefer("nobody@example.com", "EMAIL_OTP");
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
    assertThat(challenge.challengeParameters())
        .containsEntry("CODE_DELIVERY_DESTINATION", "n***@e***");
    assertThat(pool.mails).isEmpty();
    assertThatThrownBy(
            () -> pool.respondWithCode("nobody@example.com", challenge.session(), "12345678"))
        .isInstanceOf(CodeMismatchException.class);

    assertNotAuthorized(
        () -> pool.withPassword("nobody@example.com", PASSWORD), "Incorrect username or password.");
    InitiateAuthResponse any =
        pool.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", "nobody@example.com"));
    assertThat(any.challengeName()).isIn(ChallengeNameType.EMAIL_OTP, ChallengeNameType.PASSWORD);
    assertThat(any.authenticationResult()).isNull();
  }

  @Test
  void withoutPreference_theAvailableChallengesAreSelectedFrom() {
    pool.createWithPassword(ADA);
    InitiateAuthResponse select = pool.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", ADA));
    assertThat(select.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
    assertThat(select.availableChallenges())
        .containsExactly(ChallengeNameType.EMAIL_OTP, ChallengeNameType.PASSWORD);
    assertThat(pool.mails).isEmpty();

    RespondToAuthChallengeResponse otp =
        select(select.session(), Map.of("USERNAME", ADA, "ANSWER", "EMAIL_OTP"));
    assertThat(otp.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
    assertThat(otp.session()).isNotEqualTo(select.session());
    assertThat(
            pool.respondWithCode(ADA, otp.session(), pool.mails.getLast().code())
                .authenticationResult())
        .isNotNull();
    assertNotAuthorized(
        () -> select(select.session(), Map.of("USERNAME", ADA, "ANSWER", "EMAIL_OTP")),
        "Invalid session for the user, session can only be used once.");

    String again = pool.initiate(AuthFlowType.USER_AUTH, Map.of("USERNAME", ADA)).session();
    assertThat(
            select(again, Map.of("USERNAME", ADA, "ANSWER", "PASSWORD", "PASSWORD", PASSWORD))
                .authenticationResult())
        .isNotNull();
  }

  private RespondToAuthChallengeResponse select(String session, Map<String, String> answers) {
    return pool.respond(ChallengeNameType.SELECT_CHALLENGE, session, answers);
  }

  @Test
  void passkeys_nobodyHasOne_soTheyAreLeftOut_andRefusedByName() {
    pool.create(ADA);
    InitiateAuthResponse select = pool.prefer(ADA, "WEB_AUTHN");
    assertThat(select.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
    assertThat(select.availableChallenges()).containsExactly(ChallengeNameType.EMAIL_OTP);
    assertInvalid(
        () -> select(select.session(), Map.of("USERNAME", ADA, "ANSWER", "WEB_AUTHN")),
        "WEB_AUTHN");
    assertNotAuthorized(
        () ->
            pool.respond(
                ChallengeNameType.WEB_AUTHN,
                select.session(),
                Map.of("USERNAME", ADA, "CREDENTIAL", "{}")),
        "Invalid session");
  }

  @Test
  void disabledUser_isRefused_andSoIsTheCodeThatWasSentBefore() {
    String sub = pool.createWithPassword(ADA);
    String session = pool.prefer(ADA, "EMAIL_OTP").session();
    String code = pool.mails.getLast().code();
    pool.client.adminDisableUser(r -> r.userPoolId(POOL).username(sub));

    assertNotAuthorized(() -> pool.prefer(ADA, "EMAIL_OTP"), "User is disabled.");
    assertThat(pool.mails).hasSize(1);
    assertNotAuthorized(() -> pool.respondWithCode(ADA, session, code), "User is disabled.");
    assertNotAuthorized(() -> pool.withPassword(ADA, PASSWORD), "User is disabled.");
    assertNotAuthorized(
        () -> pool.withPassword(ADA, "Wrong-Passw0rd"), "Incorrect username or password.");
  }

  @Test
  void deletedUser_cannotFinishASignIn() {
    String sub = pool.create(ADA);
    String session = pool.prefer(ADA, "EMAIL_OTP").session();
    pool.client.adminDeleteUser(r -> r.userPoolId(POOL).username(sub));
    assertNotAuthorized(
        () -> pool.respondWithCode(ADA, session, pool.mails.getLast().code()),
        "Invalid session for the user.");
  }

  @Test
  void flowsThatTheClientDoesNotAllow_areRefused() throws IOException {
    pool.createWithPassword(ADA);
    Map<String, String> password = Map.of("USERNAME", ADA, "PASSWORD", PASSWORD);
    assertInvalid(
        () -> pool.initiate(AuthFlowType.USER_PASSWORD_AUTH, password),
        "USER_PASSWORD_AUTH flow not enabled for this client");
    assertInvalid(
        () -> pool.initiate(AuthFlowType.USER_SRP_AUTH, password),
        "USER_SRP_AUTH flow not enabled for this client");
    assertInvalid(
        () -> pool.initiate(AuthFlowType.ADMIN_USER_PASSWORD_AUTH, password),
        "Initiate Auth method not supported.");
    assertInvalid(() -> pool.initiate(AuthFlowType.fromValue("X"), password), "authFlow");

    try (CognitoPool other =
        CognitoPool.start(
            CognitoPool.allowing(Set.of("ALLOW_USER_PASSWORD_AUTH"), Set.of("PASSWORD")))) {
      other.createWithPassword(ADA);
      assertThat(other.initiate(AuthFlowType.USER_PASSWORD_AUTH, password).authenticationResult())
          .isNotNull();
      assertNotAuthorized(
          () ->
              other.initiate(
                  AuthFlowType.USER_PASSWORD_AUTH,
                  Map.of("USERNAME", "nobody@example.com", "PASSWORD", PASSWORD)),
          "Incorrect username or password.");
      assertInvalid(() -> other.prefer(ADA, "PASSWORD"), "USER_AUTH flow not enabled");
      assertInvalid(() -> other.refresh("x"), "REFRESH_TOKEN_AUTH flow not enabled");
    }
  }

  @Test
  void unknownClient_isNotFound() {
    assertThatThrownBy(() ->
            pool.client.initiateAuth(r ->
                r.clientId("other")
                    .authFlow(AuthFlowType.USER_AUTH)
                    .authParameters(Map.of("USERNAME", ADA))))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("User pool client other does not exist.");
    assertThatThrownBy(() ->
            pool.client.respondToAuthChallenge(r ->
                r.clientId("other")
                    .challengeName("EMAIL_OTP")
                    .session("x")
                    .challengeResponses(Map.of("USERNAME", ADA))))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void missingParameters_areNamed() {
    pool.create(ADA);
    assertInvalid(
        () -> pool.initiate(AuthFlowType.USER_AUTH, Map.of()),
        "Missing required parameter USERNAME");
    assertInvalid(
        () -> pool.initiate(AuthFlowType.REFRESH_TOKEN_AUTH, Map.of()),
        "Missing required parameter REFRESH_TOKEN");
    assertInvalid(
        () -> pool.prefer(ADA, "TELEPATHY"), "Invalid value for PREFERRED_CHALLENGE: TELEPATHY");
    assertInvalid(() -> pool.client.initiateAuth(r -> r.clientId(CLIENT)), "'authFlow'");
    assertInvalid(
        () -> pool.client.initiateAuth(r -> r.authFlow(AuthFlowType.USER_AUTH)), "'clientId'");
    String session = pool.prefer(ADA, "EMAIL_OTP").session();
    ChallengeNameType otp = ChallengeNameType.EMAIL_OTP;
    assertInvalid(
        () -> pool.respond(otp, session, Map.of("EMAIL_OTP_CODE", "1")),
        "Missing required parameter USERNAME");
    assertInvalid(
        () -> pool.respond(otp, session, Map.of("USERNAME", ADA)),
        "Missing required parameter EMAIL_OTP_CODE");
    assertInvalid(
        () ->
            pool.client.respondToAuthChallenge(r ->
                r.clientId(CLIENT)
                    .challengeName(otp)
                    .challengeResponses(Map.of("USERNAME", ADA, "EMAIL_OTP_CODE", "1"))),
        "Missing required parameter Session");
    assertThat(
            pool.respondWithCode(ADA, session, pool.mails.getLast().code()).authenticationResult())
        .isNotNull();
  }

  private static void assertNotAuthorized(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining(message);
  }

  private static void assertInvalid(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(message);
  }
}
