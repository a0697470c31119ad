package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who register on a firm's site, without an invitation. */
final class RegistrationsIT {
  private final Office office = Office.open();
  private final Visitor visitor = Visitor.elsewhere();

  private Answer registered(String name, String email) {
    return visitor.verify(
        visitor
            .registering(office.slug(), name, email)
            .withKey()
            .put("password", Visitor.PASSWORD));
  }

  private void selfRegistration(String setting) {
    ObjectNode settings = json();
    settings.putObject("settings").put("selfRegistration", setting);
    office.administrator().patch(office.path(), settings).is(200);
  }

  private Answer registrations() {
    return office.administrator().get(office.path() + "/registrations").is(200);
  }

  @Test
  @Tag("BC17")
  @Tag("BC19")
  @Tag("BC20")
  @Tag("BC21")
  void anUnknownAddress_becomesAClient_whoHasAccessAtOnce() {
    String email = Portal.email("rosa");
    Visitor.Asked asked = visitor.registering(office.slug(), "Rosa Klein", email);
    assertThat(Portal.lastMail(email).text())
        .contains(
            Portal.stack().describe().get("portalUrl") + "/" + office.slug() + "/verify#",
            "Meyer & Søn",
            "30 minutes");
    assertThat(Portal.signInWithPassword(email, Visitor.PASSWORD).status()).isEqualTo(400);

    Answer verified = visitor.verify(asked.withKey().put("password", Visitor.PASSWORD)).is(200);

    assertThat(verified.text("status")).isEqualTo("active");
    assertThat(Portal.signInWithPassword(email, Visitor.PASSWORD).status()).isEqualTo(200);
    Person rosa = Portal.signIn(email);
    Answer me = rosa.get("/v1/me").is(200);
    assertThat(me.at("clientOf")).hasSize(1);
    assertThat(me.text("clientOf/0/as")).isEqualTo("client");
    String path = office.path() + "/clients/" + me.text("clientOf/0/clientId");
    Answer client = office.administrator().get(path).is(200);
    assertThat(client.text("kind")).isEqualTo("individual");
    assertThat(client.text("name")).isEqualTo("Rosa Klein");
    assertThat(client.text("email")).isEqualTo(email);
    assertThat(client.text("account/status")).isEqualTo("active");
    Answer folders = rosa.get(path + "/folders").is(200);
    assertThat(folders.text("items/0/name")).isEqualTo("Client Uploads");
    File.text("a.txt", "a").upload(rosa, path + "/folders/" + folders.text("items/0/folderId"));
    assertThat(registrations().at("items")).isEmpty();
  }

  @Test
  void theOneClientWithTheAddress_getsItsAccount_andAllThatIsSharedWithIt() {
    Office.Client carla = office.client("Carla");
    String folder = carla.folder("Taxes");
    office
        .administrator()
        .put(
            carla.path() + "/folders/" + folder + "/shares",
            Office.recipients("all-authorized", "view"))
        .is(200);

    assertThat(registered("Somebody", carla.email()).is(200).text("status")).isEqualTo("active");

    Person person = Portal.signIn(carla.email());
    assertThat(person.get("/v1/me").at("clientOf")).hasSize(1);
    assertThat(person.get(carla.path() + "/folders/" + folder).status()).isEqualTo(200);
    Answer client = office.administrator().get(carla.path());
    assertThat(client.text("name")).isEqualTo("Carla");
    assertThat(client.text("account/status")).isEqualTo("active");
  }

  @Test
  void theOneContact_getsItsAccount_ifTheRelationshipHasThePermission() {
    Office.Client carla = office.client("Carla");
    String permitted = Portal.email("colin");
    String not = Portal.email("nora");
    String colin = office.contact(carla, "Colin", permitted, true);
    office.contact(carla, "Nora", not, false);

    assertThat(registered("Colin", permitted).is(200).text("status")).isEqualTo("active");
    assertThat(registered("Nora", not).is(200).text("status")).isEqualTo("pending");

    assertThat(Portal.signIn(permitted).get("/v1/me").text("clientOf/0/contactId"))
        .isEqualTo(colin);
    assertThat(Portal.signIn(not).get("/v1/me").at("clientOf")).isEmpty();
  }

  @Test
  void anAddressThatStaffWithoutWebPortalSet_waitsForStaff_alsoWhereAccountsAreCreated() {
    Person sam = office.member("Sam", false).person();
    Office.Client carla = office.client("Carla");
    String outsider = Portal.email("outsider");
    sam.patch(carla.path(), json().put("email", outsider)).is(200);
    String folder = carla.folder("Taxes");
    carla.share(folder, "all-authorized", "view").is(200);

    assertThat(registered("Carla", outsider).is(200).text("status")).isEqualTo("pending");

    assertThat(Portal.signIn(outsider).get("/v1/me").at("clientOf")).isEmpty();
    assertThat(registrations().text("items/0/candidates/0/clientId")).isEqualTo(carla.clientId());
    assertThat(office.administrator().get(carla.path()).text("account/status")).isEqualTo("none");
    for (String path :
        List.of(carla.path(), carla.path() + "/contacts/" + carla.contact("Colin", true))) {
      sam.patch(path, json().put("email", Portal.email("other")))
          .isProblem(403, "permission-required");
    }
    office.administrator().patch(carla.path(), json().put("email", carla.email())).is(200);
    assertThat(registered("Carla", carla.email()).is(200).text("status")).isEqualTo("active");
    assertThat(Portal.signIn(carla.email()).get(carla.path() + "/folders/" + folder).status())
        .isEqualTo(200);
  }

  @Test
  void aContactsAddress_countsOnceStaffWithWebPortalConfirmIt() {
    Person sam = office.member("Sam", false).person();
    Office.Client carla = office.client("Carla");
    String email = Portal.email("colin");
    String contact =
        sam.post(
                carla.path() + "/contacts",
                json().put("name", "Colin").put("email", email).put("relationship", "brother"))
            .is(201)
            .text("contactId");
    String path = carla.path() + "/contacts/" + contact;
    office.administrator().patch(path, json().put("webPortal", true)).is(200);
    assertThat(registered("Colin", email).is(200).text("status")).isEqualTo("pending");

    Answer confirmed = office.administrator().patch(path, json().put("email", email)).is(200);

    assertThat(confirmed.at("emailConfirmedAt").isTextual()).isTrue();
    assertThat(registered("Colin", email).is(200).text("status")).isEqualTo("active");
  }

  @Test
  void whoGetsAnAccountByRegistering_isReportedToTheTeam_orToTheAdministrators() {
    Office.Member sam = office.member("Sam", false);
    Office.Client carla = office.client("Carla");
    Office.Client dora = office.client("Dora");
    carla.assignTeam(sam.staffId());

    registered("Carla", carla.email()).is(200);
    Portal.settle();
    Answer team = sam.person().get("/v1/me/notices").is(200);
    assertThat(team.text("items/0/type")).isEqualTo("registration-completed");
    assertThat(team.text("items/0/clientId")).isEqualTo(carla.clientId());
    assertThat(team.text("items/0/name")).isEqualTo("Carla");
    assertThat(office.administrator().get("/v1/me/notices").at("items")).isEmpty();
    registered("Dora", dora.email()).is(200);
    registered("Rosa Klein", Portal.email("rosa")).is(200);
    selfRegistration("review");
    registered("Nils", Portal.email("nils")).is(200);

    Portal.settle();
    Answer notices = office.administrator().get("/v1/me/notices").is(200);
    assertThat(notices.at("items").findValuesAsText("name"))
        .containsExactly("Nils", "Rosa Klein", "Dora");
    assertThat(notices.at("items").findValuesAsText("type"))
        .containsExactly(
            "registration-received", "registration-completed", "registration-completed");
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.lastMail(sam.person().email()).subject())
        .isEqualTo("Carla registered and has an account now");
    assertThat(Portal.lastMail(office.administrator().email()).text())
        .contains("Dora", "Rosa Klein", "Nils", "/registrations");
  }

  @Test
  void anInvitedClient_whoRegistersInstead_hasAccessByThat() {
    Office.Client carla = office.client("Carla").invite();

    assertThat(registered("Carla", carla.email()).is(200).text("status")).isEqualTo("active");

    assertThat(office.administrator().get(carla.path() + "/account").text("status"))
        .isEqualTo("active");
  }

  @Test
  void anAccountHolder_isNotifiedByMailOnly() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Member sam = office.member("Sam", false);

    for (Person known : List.of(carla.person(), sam.person())) {
      visitor.register(office.slug(), "X", known.email()).is(202);
      Message mail = Portal.lastMail(known.email());
      assertThat(mail.subject()).isEqualTo("You already have an account with Meyer & Søn");
      assertThat(mail.text()).doesNotContain("#", "verify").contains("Meyer & Søn");
      assertThat(mail.html()).doesNotContain("/verify").contains("Meyer &amp; Søn");
    }
    assertThat(Portal.lastMail(carla.person().email()).text())
        .contains(Portal.stack().describe().get("portalUrl") + "/" + office.slug() + "\n");
    assertThat(Portal.lastMail(sam.person().email()).text())
        .contains(Portal.stack().describe().get("staffUrl") + "\n");
  }

  @Test
  @Tag("BC18")
  void peopleOfAnotherSite_getItsLinks() {
    String second = Portal.slug();
    office
        .administrator()
        .post(office.path() + "/sites", json().put("slug", second).put("name", "Second"))
        .is(201);
    String email = Portal.email("rosa");
    String portal = String.valueOf(Portal.stack().describe().get("portalUrl"));

    Visitor.Asked asked = visitor.registering(second, "Rosa", email);
    assertThat(Portal.lastMail(email).text()).contains(portal + "/" + second + "/verify#");
    visitor.verify(asked.withCode()).is(200);

    visitor.requestPasswordReset(email).is(202);
    assertThat(Portal.lastMail(email).text()).contains(portal + "/" + second + "/reset#");
    Person rosa = Portal.signIn(email);
    assertThat(rosa.get("/v1/me").text("clientOf/0/site")).isEqualTo(second);
    String client = rosa.get("/v1/me").text("clientOf/0/clientId");
    Office.Client registered = new Office.Client(office, client, "Rosa", email);
    registered.share(registered.folder("Taxes"), "client", "view").is(200);
    Portal.settle();
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.lastMail(email).text()).contains(portal + "/" + second + "/clients/");
  }

  @Test
  void anUnknownSite_andOneWhereNobodyRegisters_areNotFound() {
    String email = Portal.email("rosa");
    visitor.register(office.slug(), "Early", email).is(202);
    Visitor.Asked early = Visitor.asked(email, visitor.register(office.slug(), "Early", email));
    selfRegistration("off");
    Map<String, Object> before = Portal.everything();

    Answer unknown = visitor.register("no-such-site", "X", email).isProblem(404, "not-found");
    Answer off = visitor.register(office.slug(), "X", email).isProblem(404, "not-found");

    assertThat(off.withoutInstance()).isEqualTo(unknown.withoutInstance());
    assertThat(Portal.everything()).isEqualTo(before);
    visitor.verify(early.withKey()).isProblem(422, "token-not-valid");
  }

  @Test
  void faults_areReportedTogether() {
    assertThat(
            visitor
                .post("/v1/registrations", json().put("name", " ").put("email", "x@y").put("z", 1))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactlyInAnyOrder("/site required", "/name format", "/email format", "/z unknown");
  }

  @Test
  void addresses_areTheSameAfterNormalisation_andPlusTagsDiffer() {
    String local = "jo" + System.nanoTime();
    Office.Client client = office.client("José", local + "@b\u00fccher.test");

    visitor
        .register(office.slug(), "X", local.toUpperCase(Locale.ROOT) + "@BU\u0308CHER.test")
        .is(202);
    Message mail = Portal.lastMailWithToken(local + "@xn--bcher-kva.test");
    visitor.verify(json().put("token", Portal.token(mail)).put("code", Portal.code(mail))).is(200);

    assertThat(office.administrator().get(client.path()).text("account/status"))
        .isEqualTo("active");
    assertThat(Portal.signIn(local + "@xn--bcher-kva.test").get("/v1/me").at("clientOf"))
        .hasSize(1);
    Office.Client carla = office.client("Carla");
    String tagged = carla.email().replace("@", "+tax@");
    assertThat(registered("Tagged", tagged).is(200).text("status")).isEqualTo("active");
    assertThat(office.administrator().get(carla.path()).text("account/status")).isEqualTo("none");
  }
}
