package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AccountsIT {
  private static final String PASSWORD = "Correct-horse-9";

  private final Office office = Office.open();

  private static Answer accept(String token) {
    return Portal.anonymous("POST", "/v1/invitations/accept")
        .json(json().put("token", token))
        .send();
  }

  private static Answer verify(ObjectNode body) {
    return Portal.anonymous("POST", "/v1/verifications").json(body).send();
  }

  /** An invited client who has asked for the verification mail. */
  private record Asked(Office.Client client, String token, String code, String browserKey) {
    ObjectNode withKey() {
      return json().put("token", token).put("browserKey", browserKey);
    }

    ObjectNode withCode(String typed) {
      return json().put("token", token).put("code", typed);
    }
  }

  private Asked asked() {
    Office.Client client = office.client("Carla").invite();
    String browserKey = accept(Portal.newestToken(client.email())).is(202).text("browserKey");
    Message mail = Portal.lastMailWithToken(client.email());
    return new Asked(client, Portal.token(mail), Portal.code(mail), browserKey);
  }

  @Test
  @Tag("BC5")
  @Tag("BC6")
  @Tag("BC10")
  @Tag("BC12")
  void staffCreateTheAccount_theAnswerSaysSo_andAMailInvitesToCompleteIt() {
    Office.Client client = office.client("Carla");

    Answer created =
        office
            .administrator()
            .post(client.path() + "/account", json().put("email", client.email()))
            .is(201);

    assertThat(created.text("status")).isEqualTo("invited");
    assertThat(created.text("email")).isEqualTo(client.email());
    assertThat(created.text("invitedAt")).isNotEmpty();
    List<Message> mails = Portal.mails(client.email());
    assertThat(mails).hasSize(1);
    String link = Portal.stack().describe().get("portalUrl") + "/" + office.slug() + "/invitation#";
    assertThat(mails.getFirst().text()).contains(link, "Meyer & Søn");
    assertThat(mails.getFirst().html()).contains(link);
    assertThat(office.administrator().get(client.path()).text("account/status"))
        .isEqualTo("invited");
  }

  @Test
  @Tag("BC2")
  void onlyClientsAndIndividuals_haveAccounts() {
    for (String kind : List.of("client", "individual", "other")) {
      String email = Portal.email(kind);
      String path =
          office.path()
              + "/clients/"
              + office
                  .administrator()
                  .post(
                      office.path() + "/clients",
                      json().put("kind", kind).put("name", kind).put("email", email))
                  .is(201)
                  .text("clientId");
      Answer answer = office.administrator().post(path + "/account", json().put("email", email));
      if (kind.equals("other")) {
        answer.isProblem(422, "kind-without-account");
        assertThat(office.administrator().get(path + "/account").text("status")).isEqualTo("none");
      } else {
        answer.is(201);
      }
    }
  }

  @Test
  @Tag("BC7")
  @Tag("BC9")
  void theAddressMustBeOnFile_andConfirmed() {
    String without =
        office.path()
            + "/clients/"
            + office
                .administrator()
                .post(
                    office.path() + "/clients", json().put("kind", "client").put("name", "No Mail"))
                .is(201)
                .text("clientId");
    Office.Client client = office.client("Carla");
    Map<String, Object> before = Portal.everything();

    office
        .administrator()
        .post(without + "/account", json().put("email", "any@example.test"))
        .isProblem(422, "email-required");
    office
        .administrator()
        .post(client.path() + "/account", json().put("email", "other@example.test"))
        .isProblem(422, "email-mismatch");
    office
        .administrator()
        .post(client.path() + "/account", json())
        .isProblem(400, "invalid-request");
    assertThat(Portal.everything()).isEqualTo(before);
    office
        .administrator()
        .post(
            client.path() + "/account",
            json().put("email", client.email().toUpperCase(Locale.ROOT)))
        .is(201);
    office
        .administrator()
        .post(client.path() + "/account", json().put("email", client.email()))
        .isProblem(409, "account-exists");
  }

  @Test
  @Tag("BC13")
  @Tag("BC15")
  @Tag("BC16")
  void theInvitation_leadsToAPassword_aVerification_andALiveAccount() {
    Asked asked = asked();
    Message mail = Portal.lastMail(asked.client.email());
    assertThat(mail.text())
        .contains(Portal.stack().describe().get("portalUrl") + "/" + office.slug() + "/verify#");

    Answer verified = verify(asked.withKey().put("password", PASSWORD)).is(200);

    assertThat(verified.text("status")).isEqualTo("active");
    Answer account = office.administrator().get(asked.client.path() + "/account").is(200);
    assertThat(account.text("status")).isEqualTo("active");
    assertThat(account.text("activatedAt")).isNotEmpty();
    Answer signedIn = Portal.signInWithPassword(asked.client.email(), PASSWORD).is(200);
    assertThat(signedIn.text("AuthenticationResult/AccessToken")).isNotEmpty();
    Person client = Portal.signIn(asked.client.email());
    Answer me = client.get("/v1/me").is(200);
    assertThat(me.at("clientOf")).hasSize(1);
    assertThat(me.text("clientOf/0/clientId")).isEqualTo(asked.client.clientId());
    assertThat(me.text("clientOf/0/as")).isEqualTo("client");
    assertThat(client.get(asked.client.path() + "/folders").at("items")).hasSize(1);
  }

  @Test
  @Tag("BC14")
  void theVerification_isValidForThirtyMinutes_andOnce() {
    Asked late = asked();
    Asked asked = asked();
    Portal.advance(Duration.ofMinutes(29).plusSeconds(30));
    verify(asked.withKey()).is(200);
    verify(asked.withKey()).isProblem(422, "token-not-valid");

    Portal.advance(Duration.ofSeconds(30));
    verify(late.withKey()).isProblem(422, "token-not-valid");
    Person staff = Portal.signIn(office.administrator().email());
    assertThat(staff.get(late.client.path() + "/account").text("status")).isEqualTo("invited");
  }

  @Test
  @Tag("BX9")
  void thereIsNoAccessBeforeTheMailboxIsProved_andAWeakPasswordConsumesNothing() {
    Asked asked = asked();

    assertThat(Portal.signInWithPassword(asked.client.email(), PASSWORD).status()).isEqualTo(400);
    for (String weak : List.of("Sh0rt-1", "Password1!", "Password-2026", "123456789123")) {
      verify(asked.withKey().put("password", weak)).isProblem(422, "password-too-weak");
    }
    verify(asked.withKey().put("password", PASSWORD)).is(200);
    assertThat(Portal.signInWithPassword(asked.client.email(), PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anotherBrowser_takesTheCode_andFiveWrongOnesEndIt() {
    Asked asked = asked();
    verify(asked.withCode(asked.code)).is(200);

    Asked guessed = asked();
    for (int i = 0; i < 5; i++) {
      String wrong = guessed.code.equals("0000000" + i) ? "99999999" : "0000000" + i;
      verify(guessed.withCode(wrong)).isProblem(422, "token-not-valid");
    }
    verify(guessed.withCode(guessed.code)).isProblem(422, "token-not-valid");
    verify(guessed.withKey()).isProblem(422, "token-not-valid");
  }

  @Test
  void theLastTwoVerifications_areValid_andTheOneBeforeIsNot() {
    Office.Client client = office.client("Carla").invite();
    String invitation = Portal.newestToken(client.email());
    ObjectNode[] sent = new ObjectNode[3];
    for (int i = 0; i < 3; i++) {
      String browserKey = accept(invitation).is(202).text("browserKey");
      sent[i] =
          json().put("token", Portal.newestToken(client.email())).put("browserKey", browserKey);
    }

    verify(sent[0]).isProblem(422, "token-not-valid");
    verify(sent[1]).is(200);
    verify(sent[2]).isProblem(422, "token-not-valid");
  }

  @Test
  void anUnknownToken_isAnsweredTheSame_andNobodyGetsMail() {
    Office.Client client = office.client("Carla").invite();
    String known = Portal.newestToken(client.email());
    int mails = Portal.stack().outbox().messages().size();

    Answer unknown = accept("A".repeat(43)).is(202);

    assertThat(unknown.text("browserKey")).hasSize(43);
    assertThat(unknown.json().properties()).hasSize(accept(known).json().size());
    Portal.settle();
    assertThat(Portal.stack().outbox().messages()).hasSize(mails + 1);
    accept("").isProblem(400, "invalid-request");
  }

  @Test
  void anInvitation_livesSevenDays() {
    Office.Client client = office.client("Carla").invite();
    String invitation = Portal.newestToken(client.email());

    Portal.advance(Duration.ofDays(7));
    accept(invitation).is(202);

    assertThat(Portal.mails(client.email())).hasSize(1);
  }

  @Test
  void anAccountOfAnother_isJoinedToTheSamePerson_whoKeepsThePassword() {
    Asked asked = asked();
    verify(asked.withKey().put("password", PASSWORD)).is(200);
    Office other = Office.open("Second Firm", true);
    String path =
        other.path()
            + "/clients/"
            + other
                .administrator()
                .post(
                    other.path() + "/clients",
                    json()
                        .put("kind", "individual")
                        .put("name", "C.")
                        .put("email", asked.client.email()))
                .is(201)
                .text("clientId");
    other
        .administrator()
        .post(path + "/account", json().put("email", asked.client.email()))
        .is(201);
    String browserKey = accept(Portal.newestToken(asked.client.email())).text("browserKey");
    Message mail = Portal.lastMail(asked.client.email());
    verify(
            json()
                .put("token", Portal.token(mail))
                .put("browserKey", browserKey)
                .put("password", "Another-pass-1"))
        .is(200);

    assertThat(Portal.signInWithPassword(asked.client.email(), "Another-pass-1").status())
        .isEqualTo(400);
    assertThat(Portal.signInWithPassword(asked.client.email(), PASSWORD).status()).isEqualTo(200);
    assertThat(Portal.signIn(asked.client.email()).get("/v1/me").at("clientOf")).hasSize(2);
  }

  @Test
  void anIdToken_opensNothing() {
    Person administrator = office.administrator();

    Answer answer =
        Portal.anonymous("GET", "/v1/me")
            .header("Authorization", "Bearer " + administrator.idToken())
            .send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(Portal.anonymous("GET", "/v1/me").send().is(401).text()).contains("Unauthorized");
  }
}
