package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.PASSWORD;
import static clientportal.local.cognito.CognitoPool.POOL;
import static clientportal.local.cognito.CognitoPool.creation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** Sign-in by password: right and wrong ones, temporary ones, and the lock-out. */
class CognitoPasswordIT {
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
  void password_rightAndWrong() {
    pool.createWithPassword(ADA);
    assertThat(pool.withPassword(ADA, PASSWORD).authenticationResult()).isNotNull();
    assertNotAuthorized(
        () -> pool.withPassword(ADA, "Wrong-Passw0rd"), "Incorrect username or password.");
  }

  @Test
  void password_asAChallengeOfItsOwn() {
    pool.createWithPassword(ADA);
    InitiateAuthResponse challenge = pool.prefer(ADA, "PASSWORD");
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD);
    assertThat(
            pool.respond(
                    ChallengeNameType.PASSWORD,
                    challenge.session(),
                    Map.of("USERNAME", ADA, "PASSWORD", PASSWORD))
                .authenticationResult())
        .isNotNull();

    String session = pool.prefer(ADA, "PASSWORD").session();
    Map<String, String> wrong = Map.of("USERNAME", ADA, "PASSWORD", "Wrong-Passw0rd");
    assertNotAuthorized(
        () -> pool.respond(ChallengeNameType.PASSWORD, session, wrong),
        "Incorrect username or password.");
    assertNotAuthorized(
        () -> pool.respond(ChallengeNameType.PASSWORD, session, wrong),
        "Invalid session for the user, session can only be used once.");
  }

  @Test
  void password_fiveWrongOnes_lockOut_forASecondAndThenTwiceAsLong() {
    pool.createWithPassword(ADA);
    for (int i = 0; i < 5; i++) {
      assertNotAuthorized(
          () -> pool.withPassword(ADA, "Wrong-Passw0rd"), "Incorrect username or password.");
    }
    assertNotAuthorized(() -> pool.withPassword(ADA, PASSWORD), "Password attempts exceeded");
    pool.clock.advance(Duration.ofSeconds(1));
    assertNotAuthorized(
        () -> pool.withPassword(ADA, "Wrong-Passw0rd"), "Incorrect username or password.");
    pool.clock.advance(Duration.ofSeconds(1));
    assertNotAuthorized(() -> pool.withPassword(ADA, PASSWORD), "Password attempts exceeded");
    pool.clock.advance(Duration.ofSeconds(1));
    assertThat(pool.withPassword(ADA, PASSWORD).authenticationResult()).isNotNull();
    assertNotAuthorized(
        () -> pool.withPassword(ADA, "Wrong-Passw0rd"), "Incorrect username or password.");
    assertThat(pool.withPassword(ADA, PASSWORD).authenticationResult()).isNotNull();
  }

  @Test
  void newPasswordRequired_afterATemporaryOne() {
    pool.client.adminCreateUser(creation(ADA).temporaryPassword("Temp-Passw0rd").build());
    InitiateAuthResponse challenge = pool.withPassword(ADA, "Temp-Passw0rd");
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    assertThat(challenge.challengeParameters().get("userAttributes")).contains(ADA);

    assertThatThrownBy(() -> newPassword(challenge.session(), "weak"))
        .isInstanceOf(InvalidPasswordException.class);
    assertThat(newPassword(challenge.session(), PASSWORD).authenticationResult()).isNotNull();
    assertThat(pool.client.adminGetUser(r -> r.userPoolId(POOL).username(ADA)).userStatus())
        .isEqualTo(UserStatusType.CONFIRMED);
    assertThat(pool.withPassword(ADA, PASSWORD).authenticationResult()).isNotNull();
    assertNotAuthorized(
        () -> pool.withPassword(ADA, "Temp-Passw0rd"), "Incorrect username or password.");
  }

  private RespondToAuthChallengeResponse newPassword(String session, String password) {
    return pool.respond(
        ChallengeNameType.NEW_PASSWORD_REQUIRED,
        session,
        Map.of("USERNAME", ADA, "NEW_PASSWORD", password));
  }

  @Test
  void temporaryPassword_endsAfterSevenDays() {
    pool.client.adminCreateUser(creation(ADA).temporaryPassword("Temp-Passw0rd").build());
    pool.clock.advance(Duration.ofDays(7));
    assertNotAuthorized(
        () -> pool.withPassword(ADA, "Temp-Passw0rd"), "Temporary password has expired");
  }

  @Test
  void thePolicyIsThePools_lengthAloneOrAnyOfFourKinds() throws IOException {
    try (CognitoPool lengthAlone =
        CognitoPool.start(CognitoPool.with(new PasswordPolicy(12, false, false, false, false)))) {
      String sub = lengthAlone.create(ADA);
      assertThatThrownBy(() -> set(lengthAlone, sub, "eleven sign"))
          .isInstanceOf(InvalidPasswordException.class)
          .hasMessageContaining("not long enough");
      set(lengthAlone, sub, "twelve signs");
      set(lengthAlone, sub, "ж".repeat(256));
      assertThatThrownBy(() -> set(lengthAlone, sub, "a".repeat(257)))
          .isInstanceOf(InvalidParameterException.class);
    }
    String sub = pool.create(ADA);
    for (String weak : List.of("no-upper-1", "NO-LOWER-1", "No-digits", "NoSymbol1")) {
      assertThatThrownBy(() -> set(pool, sub, weak)).isInstanceOf(InvalidPasswordException.class);
    }
  }

  private static void set(CognitoPool pool, String sub, String password) {
    pool.client.adminSetUserPassword(
        r -> r.userPoolId(POOL).username(sub).password(password).permanent(true));
  }

  private static void assertNotAuthorized(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining(message);
  }
}
