package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.driver.Visitor.Asked;
import clientportal.platform.Hashes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who forgot their password. */
final class PasswordResetsIT {
  private static final String OTHER = "Another-pass-1";

  private final Office office = Office.open();
  private final Visitor visitor = Visitor.elsewhere();

  /** Adds a client who has signed in with a password. */
  private Office.Client client() {
    Office.Client carla = office.client("Carla").invite();
    visitor
        .verify(visitor.accepting(carla.email()).withKey().put("password", Visitor.PASSWORD))
        .is(200);
    return carla;
  }

  private static Answer signIn(String email, String password) {
    return Portal.signInWithPassword(email, password);
  }

  private static Answer refresh(String refreshToken) {
    return Portal.cognito(
        "GetTokensFromRefreshToken",
        json().put("ClientId", Portal.clientId()).put("RefreshToken", refreshToken));
  }

  @Test
  @Tag("BC13")
  void theNewPasswordIsValid_theOldOneAndEverySessionEnd() {
    String email = client().email();
    String session = signIn(email, Visitor.PASSWORD).text("AuthenticationResult/RefreshToken");
    session = refresh(session).is(200).text("AuthenticationResult/RefreshToken");
    Asked asked = visitor.resetting(email);
    assertThat(Portal.lastMail(email).text())
        .contains(
            Portal.stack().describe().get("portalUrl") + "/" + office.slug() + "/reset#",
            "Meyer & Søn",
            "30 minutes");

    Answer done = visitor.resetPassword(asked.withKey().put("password", OTHER)).is(204);

    assertThat(done.bytes()).isEmpty();
    assertThat(refresh(session).status()).isEqualTo(400);
    assertThat(signIn(email, Visitor.PASSWORD).status()).isEqualTo(400);
    assertThat(signIn(email, OTHER).status()).isEqualTo(200);
    visitor.resetPassword(asked.withKey().put("password", OTHER)).isProblem(422, "token-not-valid");
  }

  @Test
  void anAccessTokenThatIsOut_readsAndWritesNothingAfterTheReset() {
    Person administrator = office.administrator();
    Asked asked = visitor.resetting(administrator.email());
    administrator.get(office.path()).is(200);
    // A token says in whole seconds when its session began.
    Portal.advance(Duration.ofSeconds(1));
    visitor.resetPassword(asked.withKey().put("password", OTHER)).is(204);
    Map<String, Object> before = Portal.everything();

    administrator.get(office.path()).isProblem(401, "session-ended");
    administrator
        .post(office.path() + "/clients", json().put("kind", "client").put("name", "Nina"))
        .isProblem(401, "session-ended");

    assertThat(Portal.everything()).isEqualTo(before);
    Portal.signIn(administrator.email()).get(office.path()).is(200);
  }

  @Test
  void theCode_servesAnyBrowser_andSetsAFirstPassword() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Asked asked = visitor.resetting(carla.person().email());

    Visitor.elsewhere().resetPassword(asked.withCode().put("password", OTHER)).is(204);

    assertThat(signIn(carla.person().email(), OTHER).status()).isEqualTo(200);
  }

  @Test
  void staff_getLinksToTheirOwnPages() {
    Asked asked = visitor.resetting(office.administrator().email());

    assertThat(Portal.lastMail(asked.email()).text())
        .contains(Portal.stack().describe().get("staffUrl") + "/reset#");
    visitor.resetPassword(asked.withKey().put("password", OTHER)).is(204);
    assertThat(signIn(asked.email(), OTHER).status()).isEqualTo(200);
  }

  @Test
  void aReset_livesThirtyMinutes() {
    Asked inTime = visitor.resetting(client().email());
    Asked late = visitor.resetting(client().email());
    // The stack's clock runs on while the request is sent.
    Portal.advance(Duration.between(Portal.now(), ends(inTime).minusSeconds(20)));
    visitor.resetPassword(inTime.withKey().put("password", OTHER)).is(204);
    Portal.advance(Duration.between(Portal.now(), ends(late)));

    visitor.resetPassword(late.withKey().put("password", OTHER)).isProblem(422, "token-not-valid");
  }

  /** Reads from the table when a token ends. */
  static Instant ends(Asked asked) {
    return Instant.parse(
        requireNonNull(
                Portal.item("TOKEN#" + Hashes.sha256(asked.token()), "TOKEN").get("expiresAt"))
            .s());
  }

  @Test
  void theLastTwoAreValid_fiveWrongCodesEndOne_andOneThatIsUsedEndsBoth() {
    String email = client().email();
    // The verification of the invitation was one of the three mails of this hour.
    Portal.advance(Duration.ofHours(1));
    List<Asked> sent =
        List.of(visitor.resetting(email), visitor.resetting(email), visitor.resetting(email));
    Asked newest = sent.getLast();

    visitor
        .resetPassword(sent.get(0).withKey().put("password", OTHER))
        .isProblem(422, "token-not-valid");
    for (int i = 0; i < 5; i++) {
      visitor
          .resetPassword(newest.withCode(newest.wrongCode()).put("password", OTHER))
          .isProblem(422, "token-not-valid");
    }
    visitor
        .resetPassword(newest.withKey().put("password", OTHER))
        .isProblem(422, "token-not-valid");
    visitor.resetPassword(sent.get(1).withKey().put("password", OTHER)).is(204);
    visitor
        .resetPassword(newest.withCode().put("password", OTHER))
        .isProblem(422, "token-not-valid");
  }

  @Test
  @Tag("BX9")
  void aWeakPassword_consumesNothing() {
    Asked asked = visitor.resetting(client().email());
    Map<String, Object> before = Portal.everything();

    for (String weak : List.of("Sh0rt-1", "Password1!", "Password-2026", "123456789123")) {
      visitor
          .resetPassword(asked.withKey().put("password", weak))
          .isProblem(422, "password-too-weak");
    }
    assertThat(visitor.resetPassword(asked.withKey()).isProblem(400, "invalid-request").faults())
        .containsExactly("/password required");
    assertThat(Portal.everything()).isEqualTo(before);
    visitor.resetPassword(asked.withKey().put("password", OTHER)).is(204);
  }

  /** Pasted with a blank at its end, a password is refused at once, and the link still works. */
  @Test
  void aPasswordThatTheUserPoolCannotTake_consumesNothing() {
    Office.Client carla = office.client("Carla").invite();
    Asked invited = visitor.accepting(carla.email());
    List<String> blanks = List.of(OTHER + " ", " " + OTHER, OTHER + "\n", "a\n" + OTHER, " ");
    for (String blank : blanks) {
      assertThat(
              visitor
                  .verify(invited.withCode().put("password", blank))
                  .isProblem(400, "invalid-request")
                  .faults())
          .containsExactly("/password format");
    }
    visitor.verify(invited.withCode().put("password", "A sentence inside")).is(200);
    assertThat(signIn(carla.email(), "A sentence inside").status()).isEqualTo(200);

    Asked asked = visitor.resetting(carla.email());
    for (String blank : blanks) {
      visitor
          .resetPassword(asked.withCode().put("password", blank))
          .isProblem(400, "invalid-request");
    }
    visitor.resetPassword(asked.withCode().put("password", OTHER)).is(204);
  }

  @Test
  @Tag("BX9")
  void aPhraseIsTaken_unlessAFirmOfThePersonRequiresClassesOfCharacters() {
    String phrase = "seven herons over the lakes.";
    String email = client().email();
    visitor.resetPassword(visitor.resetting(email).withKey().put("password", phrase)).is(204);
    assertThat(signIn(email, phrase).status()).isEqualTo(200);
    ObjectNode classes = json();
    classes.putObject("settings").put("passwordClasses", true);
    office.administrator().patch(office.path(), classes).is(200);
    Asked asked = visitor.resetting(email);

    for (Asked each : List.of(asked, visitor.resetting(office.administrator().email()))) {
      Answer refused =
          visitor
              .resetPassword(each.withKey().put("password", phrase))
              .isProblem(422, "password-too-weak");
      assertThat(refused.text("detail")).contains("Meyer & Søn requires");
    }
    assertThat(signIn(email, phrase).status()).isEqualTo(200);
    visitor.resetPassword(asked.withKey().put("password", OTHER)).is(204);
  }

  @Test
  void aTokenOfAnotherKind_isRefused() {
    Office.Client invited = office.client("Ingrid").invite();
    Asked verification = visitor.accepting(invited.email());
    Asked reset = visitor.resetting(client().email());

    visitor
        .resetPassword(verification.withKey().put("password", OTHER))
        .isProblem(422, "token-not-valid");
    visitor.verify(reset.withKey()).isProblem(422, "token-not-valid");

    visitor.verify(verification.withKey()).is(200);
    visitor.resetPassword(reset.withKey().put("password", OTHER)).is(204);
  }

  @Test
  void aPersonWithoutAFirm_canResetToo_andNobodyElseIsMailed() {
    Asked asked = visitor.resetting("operator@portal.test");
    visitor.resetPassword(asked.withCode().put("password", OTHER)).is(204);
    String stranger = Portal.email("stranger");

    visitor.requestPasswordReset(stranger).is(202);

    assertThat(Portal.mails(stranger)).isEmpty();
    Person operator = Portal.signIn("operator@portal.test");
    assertThat(operator.get("/v1/me").is(200).at("operator").asBoolean()).isTrue();
  }

  @Test
  void theWaysToSignIn_areEmailedCodeAndPassword_andAPasskeyForWhoHasOne() {
    String email = client().email();
    assertThat(Portal.signIn(email).get("/v1/me").status()).isEqualTo(200);
    assertThat(signIn(email, Visitor.PASSWORD).status()).isEqualTo(200);

    Answer choice =
        Portal.cognito(
            "InitiateAuth",
            json()
                .put("AuthFlow", "USER_AUTH")
                .put("ClientId", Portal.clientId())
                .set("AuthParameters", json().put("USERNAME", email)));
    Answer passkey =
        Portal.cognito(
            "RespondToAuthChallenge",
            json()
                .put("ClientId", Portal.clientId())
                .put("ChallengeName", "SELECT_CHALLENGE")
                .put("Session", choice.text("Session"))
                .set(
                    "ChallengeResponses",
                    json().put("USERNAME", email).put("ANSWER", "WEB_AUTHN")));

    assertThat(choice.at("AvailableChallenges").toString()).contains("EMAIL_OTP", "PASSWORD");
    assertThat(passkey.is(400).text()).contains("WEB_AUTHN");
  }
}
