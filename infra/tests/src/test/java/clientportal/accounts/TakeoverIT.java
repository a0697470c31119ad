package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.driver.Visitor.Asked;
import clientportal.local.messaging.Message;
import clientportal.platform.SoftwareAuthenticator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strangers who know a person's address, and more, but cannot read the mail. */
final class TakeoverIT {
  private static final String THEIRS = "Strangers-pass-1";

  private final Office office = Office.open();
  private final Visitor stranger = Visitor.elsewhere();
  private final Visitor person = Visitor.elsewhere();

  private static int signIn(String email, String password) {
    return Portal.signInWithPassword(email, password).status();
  }

  /** Adds a passkey and, for a person without one, a password, as whoever has a token can. */
  private static void addWaysToSignIn(String accessToken) {
    addPasskey(accessToken);
    Portal.cognito(
            "ChangePassword",
            json().put("AccessToken", accessToken).put("ProposedPassword", THEIRS))
        .is(200);
  }

  private static void addPasskey(String accessToken) {
    JsonNode options =
        Portal.cognito("StartWebAuthnRegistration", json().put("AccessToken", accessToken))
            .is(200)
            .at("CredentialCreationOptions");
    String credential =
        new SoftwareAuthenticator("http://localhost:3000")
            .create(options.at("/rp/id").asText(), options.path("challenge").asText());
    Portal.cognito(
            "CompleteWebAuthnRegistration",
            json().put("AccessToken", accessToken).set("Credential", parsed(credential)))
        .is(200);
  }

  private static JsonNode parsed(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Returns the texts of the mails to an address; those about one change can arrive in any order.
   */
  private static List<String> texts(String email) {
    return Portal.mails(email).stream().map(mail -> String.valueOf(mail.text())).toList();
  }

  private static long removals(String email) {
    return texts(email).stream().filter(text -> text.contains("A passkey was removed")).count();
  }

  private static void removePasskey(String accessToken) {
    String id =
        Portal.cognito("ListWebAuthnCredentials", json().put("AccessToken", accessToken))
            .is(200)
            .at("Credentials")
            .get(0)
            .path("CredentialId")
            .asText();
    Portal.cognito(
            "DeleteWebAuthnCredential",
            json().put("AccessToken", accessToken).put("CredentialId", id))
        .is(200);
  }

  private static boolean warns(String text) {
    return text.contains("If this was not you");
  }

  private static int passkeys(Person person) {
    return Portal.cognito(
            "ListWebAuthnCredentials", json().put("AccessToken", person.accessToken()))
        .is(200)
        .at("Credentials")
        .size();
  }

  @Test
  void whatAStolenTokenAdded_isGoneAfterAReset_andThePersonIsTold() {
    Person robbed = office.activeClient("Robbed").person();
    addWaysToSignIn(robbed.accessToken());
    assertThat(passkeys(robbed)).isEqualTo(1);
    assertThat(signIn(robbed.email(), THEIRS)).isEqualTo(200);
    assertThat(texts(robbed.email()))
        .anyMatch(text -> text.contains("\nA passkey was added"))
        .anyMatch(text -> text.contains("\nThe password was set or changed"));
    Portal.advance(Duration.ofSeconds(1));

    person
        .resetPassword(person.resetting(robbed.email()).withKey().put("password", Visitor.PASSWORD))
        .is(204);

    assertThat(texts(robbed.email()))
        .anyMatch(text -> text.contains("new password was set") && warns(text));
    assertThat(signIn(robbed.email(), THEIRS)).isEqualTo(400);
    assertThat(signIn(robbed.email(), Visitor.PASSWORD)).isEqualTo(200);
    robbed.get("/v1/me").isProblem(401, "session-ended");
    assertThat(
            Portal.cognito(
                    "StartWebAuthnRegistration", json().put("AccessToken", robbed.accessToken()))
                .status())
        .isEqualTo(400);
    assertThat(passkeys(Portal.signIn(robbed.email()))).isZero();
  }

  @Test
  void
      passkeysThatAResetRemoves_areNotReportedAsRemovedBySomebody_butThoseThatSomebodyRemovesAre() {
    Person robbed = office.activeClient("Robbed").person();
    addWaysToSignIn(robbed.accessToken());
    addPasskey(robbed.accessToken());
    removePasskey(robbed.accessToken());

    person
        .resetPassword(person.resetting(robbed.email()).withKey().put("password", Visitor.PASSWORD))
        .is(204);

    assertThat(removals(robbed.email())).isEqualTo(1);
    Person owner = Portal.signIn(robbed.email());
    addPasskey(owner.accessToken());
    removePasskey(owner.accessToken());
    assertThat(removals(robbed.email())).isEqualTo(2);
  }

  @Test
  void passkeysThatAnAdministratorOrTheOperatorRemoves_areNotReportedAsRemovedBySomebody()
      throws Exception {
    Office.Member sam = office.member("Sam", false);
    addPasskey(sam.person().accessToken());
    Person carla = office.activeClient("Carla").person();
    addPasskey(carla.accessToken());

    office
        .administrator()
        .delete(office.path() + "/staff/" + sam.staffId() + "/second-factor")
        .is(204);
    Portal.stack().invoke("RevokeSessions", json().put("email", carla.email()).toString());

    for (String email : List.of(sam.person().email(), carla.email())) {
      assertThat(texts(email)).anyMatch(text -> text.contains("passkeys and recovery codes"));
      assertThat(passkeys(Portal.signIn(email))).isZero();
      assertThat(removals(email)).isZero();
    }
  }

  @Test
  void whatAStolenTokenAdded_doesNotOutliveARevocation_inAnyFirmThatInvitesAgain() {
    for (Office again : List.of(office, Office.open())) {
      Office.Client.SignedIn robbed = office.activeClient("Robbed");
      String email = robbed.person().email();
      addWaysToSignIn(robbed.person().accessToken());
      office.administrator().delete(robbed.client().path() + "/account").is(204);
      Portal.advance(Duration.ofSeconds(1));
      if (again.equals(office)) {
        robbed.client().invite();
      } else {
        again.client("Robbed", email).invite();
      }

      person.verify(person.accepting(email).withKey().put("password", Visitor.PASSWORD)).is(200);

      assertThat(texts(email)).anyMatch(text -> text.contains("opened again") && warns(text));
      assertThat(signIn(email, THEIRS)).isEqualTo(400);
      assertThat(signIn(email, Visitor.PASSWORD)).isEqualTo(200);
      robbed.person().get("/v1/me").isProblem(401, "session-ended");
      Person owner = Portal.signIn(email);
      assertThat(passkeys(owner)).isZero();
      assertThat(removals(email)).isZero();
      assertThat(owner.get("/v1/me").is(200).at("clientOf")).hasSize(1);
    }
  }

  @Test
  void anotherInvitation_leavesAPersonsSignInAlone_ifNothingWasRevoked() {
    Person known = office.activeClient("Known").person();
    addWaysToSignIn(known.accessToken());
    Portal.settle();
    Office.open().client("Known", known.email()).invite();

    person
        .verify(person.accepting(known.email()).withKey().put("password", Visitor.PASSWORD))
        .is(200);

    assertThat(signIn(known.email(), THEIRS)).isEqualTo(200);
    assertThat(passkeys(known)).isEqualTo(1);
    assertThat(known.get("/v1/me").is(200).at("clientOf")).hasSize(2);
  }

  @Test
  void aStrangerWhoRegistersTheAddressOfAClient_neverGetsAccess() {
    Office.Client victim = office.client("Victim");
    String key = stranger.register(office.slug(), "Stranger", victim.email()).text("browserKey");
    Asked mailed = mailed(victim.email(), key);
    Map<String, Object> before = Portal.everything();

    stranger
        .verify(json().put("token", key).put("browserKey", key).put("password", THEIRS))
        .isProblem(422, "token-not-valid");
    stranger
        .verify(json().put("token", "A".repeat(43)).put("code", "12345678").put("password", THEIRS))
        .isProblem(422, "token-not-valid");
    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(signIn(victim.email(), THEIRS)).isEqualTo(400);

    // The person completes it with the code of the mail; the stranger's key is no longer valid.
    person.verify(mailed.withCode().put("password", Visitor.PASSWORD)).is(200);
    stranger.verify(mailed.withKey().put("password", THEIRS)).isProblem(422, "token-not-valid");
    assertThat(signIn(victim.email(), Visitor.PASSWORD)).isEqualTo(200);
    assertThat(signIn(victim.email(), THEIRS)).isEqualTo(400);
    assertThat(office.administrator().get(victim.path()).text("name")).isEqualTo("Victim");
  }

  private static Asked mailed(String email, String browserKey) {
    Message mail = Portal.lastMailWithToken(email);
    return new Asked(email, Portal.token(mail), Portal.code(mail), browserKey);
  }

  @Test
  void aStrangerWhoRegistersTheAddressOfAnAccount_changesNothing() {
    Office.Client victim = office.client("Victim").invite();
    person
        .verify(person.accepting(victim.email()).withKey().put("password", Visitor.PASSWORD))
        .is(200);

    String key = stranger.register(office.slug(), "Stranger", victim.email()).text("browserKey");

    assertThat(Portal.lastMail(victim.email()).text()).doesNotContain("#");
    stranger
        .verify(json().put("token", key).put("browserKey", key).put("password", THEIRS))
        .isProblem(422, "token-not-valid");
    assertThat(signIn(victim.email(), Visitor.PASSWORD)).isEqualTo(200);
  }

  @Test
  void atAnotherFirm_theOwnerKeepsThePassword() {
    Office.Client victim = office.client("Victim").invite();
    person
        .verify(person.accepting(victim.email()).withKey().put("password", Visitor.PASSWORD))
        .is(200);
    Office other = Office.open("Other Firm", true);

    Asked asked = person.registering(other.slug(), "Victim", victim.email());
    person.verify(asked.withKey().put("password", THEIRS)).is(200);

    assertThat(signIn(victim.email(), THEIRS)).isEqualTo(400);
    assertThat(signIn(victim.email(), Visitor.PASSWORD)).isEqualTo(200);
    assertThat(Portal.signIn(victim.email()).get("/v1/me").at("clientOf")).hasSize(2);
  }

  @Test
  void aStrangerWhoAcceptsAForwardedInvitation_getsNoMail_andNothingByTheKey() {
    Office.Client victim = office.client("Victim").invite();
    String forwarded = Portal.newestToken(victim.email());

    String key = stranger.accept(forwarded).is(202).text("browserKey");

    stranger
        .verify(json().put("token", forwarded).put("browserKey", key).put("password", THEIRS))
        .isProblem(422, "token-not-valid");
    assertThat(signIn(victim.email(), THEIRS)).isEqualTo(400);
    assertThat(office.administrator().get(victim.path() + "/account").text("status"))
        .isEqualTo("invited");
    person.verify(person.accepting(victim.email(), forwarded).withKey()).is(200);
    stranger.accept(forwarded).is(202);
    assertThat(office.administrator().get(victim.path() + "/account").text("status"))
        .isEqualTo("active");
  }

  @Test
  void keysAndTokensOfAnother_openNothing() {
    Office.Client victim = office.client("Victim").invite();
    Asked theirs = person.accepting(victim.email());
    String own = Portal.email("stranger");
    Asked mine = stranger.registering(office.slug(), "Stranger", own);

    stranger
        .verify(json().put("token", theirs.token()).put("browserKey", mine.browserKey()))
        .isProblem(422, "token-not-valid");
    stranger
        .verify(json().put("token", theirs.token()).put("code", mine.code()))
        .isProblem(422, "token-not-valid");
    stranger
        .verify(json().put("token", mine.token()).put("browserKey", theirs.browserKey()))
        .isProblem(422, "token-not-valid");
    stranger.verify(mine.withKey()).is(200);
    stranger.verify(mine.withKey()).isProblem(422, "token-not-valid");

    Person me = Portal.signIn(own);
    assertThat(me.get(victim.path() + "/folders").status()).isEqualTo(404);
    person.verify(theirs.withKey()).is(200);
  }

  @Test
  void aStrangerWhoRacesThePerson_neverWins_howeverTheyAlternate() {
    Office.Client victim = office.client("Victim");
    String strangersKey =
        stranger.register(office.slug(), "Stranger", victim.email()).text("browserKey");
    Asked own = person.registering(office.slug(), "Victim", victim.email());
    String strangersNext =
        stranger.register(office.slug(), "Stranger", victim.email()).text("browserKey");
    Portal.settle();

    for (String key : new String[] {strangersKey, strangersNext}) {
      stranger
          .verify(json().put("token", own.token()).put("browserKey", key).put("password", THEIRS))
          .isProblem(422, "token-not-valid");
    }
    person.verify(own.withKey().put("password", Visitor.PASSWORD)).is(200);

    Asked last = mailed(victim.email(), strangersNext);
    stranger.verify(last.withKey().put("password", THEIRS)).isProblem(422, "token-not-valid");
    assertThat(signIn(victim.email(), Visitor.PASSWORD)).isEqualTo(200);
    assertThat(Portal.signIn(victim.email()).get("/v1/me").at("clientOf")).hasSize(1);
  }

  @Test
  void aStrangerWhoRequestsAPasswordReset_setsNoPassword() {
    Office.Client victim = office.client("Victim").invite();
    person
        .verify(person.accepting(victim.email()).withKey().put("password", Visitor.PASSWORD))
        .is(200);
    String own = Portal.email("stranger");
    stranger.verify(stranger.registering(office.slug(), "S", own).withKey()).is(200);

    String key = stranger.requestPasswordReset(victim.email()).text("browserKey");
    Asked mine = stranger.resetting(own);

    stranger
        .resetPassword(
            json().put("token", mine.token()).put("browserKey", key).put("password", THEIRS))
        .isProblem(422, "token-not-valid");
    stranger.resetPassword(mine.withKey().put("password", THEIRS)).is(204);
    assertThat(signIn(victim.email(), Visitor.PASSWORD)).isEqualTo(200);
    assertThat(signIn(victim.email(), THEIRS)).isEqualTo(400);
    assertThat(signIn(own, THEIRS)).isEqualTo(200);
  }
}
