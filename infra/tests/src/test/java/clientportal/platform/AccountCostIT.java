package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.AuthenticatorApp;
import clientportal.driver.Copies;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What accounts and registrations cost, as {@code infra/COSTS.md} says. */
final class AccountCostIT {
  private static final String LONG_NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  private final Office office = Office.open(LONG_NAME, true);
  private final Office.Client.SignedIn carla = office.activeClient(LONG_NAME);
  private final Office.Client client = carla.client();

  @Test
  void creatingAClient_isOneReadAndOneTransaction() {
    ObjectNode body =
        json().put("kind", "client").put("name", LONG_NAME).put("email", Portal.email("c"));

    Cost.within(
        "createClient",
        () -> office.administrator().post(office.path() + "/clients", body).is(201));
  }

  @Test
  void inviting_isOneReadAndOneTransaction_andAcceptingOneWrite_whateverTheToken() {
    Office.Client other = office.client(LONG_NAME);
    Cost.within("createAccount", () -> other.invite());
    String token = Portal.newestToken(other.email());

    for (String presented : List.of(token, "A".repeat(43), "x")) {
      Cost.within(
          "acceptInvitation",
          () ->
              Portal.anonymous("POST", "/v1/invitations/accept")
                  .json(json().put("token", presented))
                  .send()
                  .is(202));
    }
  }

  @Test
  void managingAccounts_isOneReadAndOneTransaction_andOneReadMoreOfThePersonsLink() {
    for (boolean ofClient : new boolean[] {true, false}) {
      Office.Client other = office.client(LONG_NAME);
      String email = ofClient ? other.email() : Portal.email("colin");
      String contact = ofClient ? "" : "/contacts/" + other.contact(LONG_NAME, email, true);
      String path = other.path() + contact + "/account";
      Person staff = office.administrator();

      Cost.within(
          ofClient ? "createAccount" : "createContactAccount",
          () -> staff.post(path, json().put("email", email)).is(201));
      Cost.within(
          ofClient ? "resendInvitation" : "resendContactInvitation",
          () -> staff.post(path + "/invitation").is(202));
      Cost.within(ofClient ? "getAccount" : "getContactAccount", () -> staff.get(path).is(200));
      Portal.acceptInvitation(email);
      String revoke = ofClient ? "revokeAccount" : "revokeContactAccount";
      Cost.within(revoke + ": of an active account", () -> staff.delete(path).is(204));
      Cost.within(revoke + ": without account", () -> staff.delete(path).is(204));
    }
  }

  @Test
  void aSite_isTwoReads() {
    Cost.within(
        "getSite", () -> Portal.anonymous("GET", "/v1/sites/" + office.slug()).send().is(200));
  }

  @Test
  void instructions_areOneRead() {
    Cost.within(
        "getAccountInstructions",
        () -> office.administrator().get(client.path() + "/account/instructions").is(200));
  }

  @Test
  void anInvitationThatDoesNotArrive_isOneReadAndOneTransaction_andAMail() {
    Office.Client other = office.client(LONG_NAME);
    String email = "bounce+" + Portal.slug() + "@simulator.amazonses.com";
    String path = other.path() + "/contacts/" + other.contact(LONG_NAME, email, true);

    Cost.within(
        "recordMailReports",
        () -> {
          office.administrator().post(path + "/account", json().put("email", email)).is(201);
          Portal.settle();
        });
    Cost.of(Portal.stack().calls().callsOf("ReportBounces")).isWithin("reportBounces", Map.of());
  }

  @Test
  void registering_isTheSameFewCalls_forEveryAddress() {
    Visitor visitor = Visitor.elsewhere();
    visitor.register(office.slug(), LONG_NAME, Portal.email("first")).is(202);
    for (String email : List.of(carla.person().email(), Portal.email("nobody"))) {
      Cost.within("register", () -> visitor.register(office.slug(), LONG_NAME, email).is(202));
      Cost.within("requestPasswordReset", () -> visitor.requestPasswordReset(email).is(202));
    }
  }

  @Test
  void aRegistration_andANewPassword() {
    Visitor visitor = Visitor.elsewhere();
    String email = Portal.email("rosa");
    Visitor.Asked asked = visitor.registering(office.slug(), LONG_NAME, email);
    Cost.within(
        "verifyAccount: a new client registers", () -> visitor.verify(asked.withKey()).is(200));

    Visitor.Asked forgotten = visitor.resetting(email);
    ObjectNode password = forgotten.withKey().put("password", Visitor.PASSWORD);
    Cost.within("resetPassword", () -> visitor.resetPassword(password).is(204));
    Person signedIn = Portal.signIn(email);
    Cost.within("endSessions", () -> signedIn.delete("/v1/me/sessions").is(204));
  }

  @Test
  void aPersonsOwnPage_isOneReadAfterAnother() {
    Cost.within("getMe", () -> carla.person().get("/v1/me").is(200));
  }

  @Test
  void aSecondFactor_itsRecoveryCodes_andAnotherOne() {
    Office.Member lost = office.member(LONG_NAME, true);
    Person withApp = AuthenticatorApp.of(lost.person()).signIn();
    String secondFactor = office.path() + "/staff/" + lost.staffId() + "/second-factor";

    Cost.within(
        "replaceRecoveryCodes", () -> withApp.call("PUT", "/v1/me/recovery-codes").send().is(200));
    Cost.within("resetSecondFactor", () -> office.administrator().delete(secondFactor).is(204));
  }

  @Test
  void notices_areOnePageAndWhatTheyAreAbout() {
    Person staff = office.administrator();
    client.assignTeam(office.staffId());
    String folder = client.folder(LONG_NAME);
    client.share(folder, "client", "view-upload").is(200);
    for (int number = 0; number < 3; number++) {
      File.text(number + ".txt", "a").upload(carla.person(), client.path() + "/folders/" + folder);
    }
    Portal.settle();

    Cost.within(
        "listNotices",
        Map.of("notice", 3),
        () -> assertThat(staff.get("/v1/me/notices?limit=3").is(200).at("items")).hasSize(3));
    ObjectNode read = json();
    staff
        .get("/v1/me/notices?limit=3")
        .at("items")
        .forEach(notice -> read.withArray("noticeIds").add(notice.path("noticeId").asText()));
    Cost.within(
        "markNoticesRead",
        Map.of("notice", 3),
        () -> staff.post("/v1/me/notices/read", read).is(204));
  }

  @Test
  void registrationsThatWait_costTheSame_forFewAndForMany() {
    String email = Portal.email("twin");
    Office.Client one = office.client(LONG_NAME, email);
    office.client(LONG_NAME, email);
    Visitor visitor = Visitor.elsewhere();
    visitor.verify(visitor.registering(office.slug(), LONG_NAME, email).withKey()).is(200);
    Person staff = office.administrator();
    String registrations = office.path() + "/registrations";
    Cost.within("listRegistrations", () -> staff.get(registrations).is(200));
    copyRegistrations(1_000);

    Cost.within("listRegistrations", () -> staff.get(registrations).is(200));

    String id = staff.get(registrations + "?limit=1").text("items/0/registrationId");
    ObjectNode chosen = json().put("clientId", one.clientId());
    Cost.within(
        "resolveRegistration",
        () -> staff.post(registrations + "/" + id + "/resolution", chosen).is(200));
  }

  /** Adds registrations by older copies of the one there is, past the API. */
  private void copyRegistrations(int copies) {
    String pk = "FIRM#" + office.firmId() + "#REGISTRATIONS";
    Copies.of(Portal.item(pk, Portal.sortKeys(pk, "PENDING#").getFirst()))
        .put(IntStream.range(0, copies), number -> Map.of("SK", "PENDING#" + Copies.id(number)));
  }
}
