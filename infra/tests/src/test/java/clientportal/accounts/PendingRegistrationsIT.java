package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People who registered and wait for staff to say whose account it is. */
final class PendingRegistrationsIT {
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

  private Answer resolve(String id, ObjectNode body) {
    return office
        .administrator()
        .post(office.path() + "/registrations/" + id + "/resolution", body);
  }

  @Test
  void severalMatches_waitForStaff_whoResolveThem() {
    String email = Portal.email("twin");
    Office.Client one = office.client("One", email);
    Office.Client other = office.client("Other", email);
    String contact = office.contact(office.client("Third"), "Contact", email, true);

    assertThat(registered("Twin", email).is(200).text("status")).isEqualTo("pending");
    Person twin = Portal.signIn(email);
    assertThat(twin.get("/v1/me").at("clientOf")).isEmpty();
    assertThat(twin.get(one.path() + "/folders").status()).isEqualTo(404);
    Answer listed = registrations();
    assertThat(listed.at("items")).hasSize(1);
    assertThat(listed.text("items/0/name")).isEqualTo("Twin");
    assertThat(listed.text("items/0/email")).isEqualTo(email);
    assertThat(listed.text("items/0/site")).isEqualTo(office.slug());
    assertThat(listed.at("items/0/candidates").findValuesAsText("clientId"))
        .contains(one.clientId(), other.clientId())
        .hasSize(3);
    assertThat(listed.at("items/0/candidates").findValuesAsText("contactId"))
        .containsExactly(contact);
    String id = listed.text("items/0/registrationId");

    Answer resolved = resolve(id, json().put("clientId", one.clientId())).is(200);

    assertThat(resolved.text("status")).isEqualTo("linked");
    assertThat(resolved.text("email")).isEqualTo(email);
    assertThat(twin.get(one.path() + "/folders").is(200).at("items")).hasSize(1);
    assertThat(twin.get(other.path() + "/folders").status()).isEqualTo(404);
    Message mail = Portal.lastMail(email);
    assertThat(mail.subject()).isEqualTo("Your access to Meyer & Søn is ready");
    assertThat(mail.text())
        .contains(Portal.stack().describe().get("portalUrl") + "/" + office.slug() + "\n");
    assertThat(registrations().at("items")).isEmpty();

    Map<String, Object> before = Portal.everything();
    assertThat(resolve(id, json().put("clientId", one.clientId())).is(200).text())
        .isEqualTo(resolved.text());
    resolve(id, json().put("clientId", other.clientId())).isProblem(409, "conflict");
    resolve(id, json().put("reject", true)).isProblem(409, "conflict");
    assertThat(Portal.everything()).isEqualTo(before);
    visitor.register(office.slug(), "Twin", email).is(202);
    assertThat(Portal.lastMail(email).subject()).startsWith("You already have an account");
  }

  @Test
  void severalStaff_whoResolveItAtOnce_allGetTheResolution() {
    selfRegistration("review");
    for (int round = 0; round < 5; round++) {
      registered("New", Portal.email("new")).is(200);
      String client = office.client("Carla").clientId();
      String id = registrations().text("items/0/registrationId");

      List<CompletableFuture<Answer>> staff =
          Stream.generate(() ->
                  CompletableFuture.supplyAsync(() -> resolve(id, json().put("clientId", client))))
              .limit(4)
              .toList();

      assertThat(staff.stream().map(answer -> answer.join().status())).containsOnly(200);
    }
    assertThat(registrations().at("items")).isEmpty();
  }

  @Test
  void staffResolveIt_theAccountGetsTheAddressThatWasProved() {
    selfRegistration("review");
    String email = Portal.email("new");
    assertThat(registered("New", email).is(200).text("status")).isEqualTo("pending");
    Office.Client carla = office.client("Carla");
    String colin = office.contact(carla, "Colin", Portal.email("colin"), true);
    String id = registrations().text("items/0/registrationId");

    Answer resolved =
        resolve(id, json().put("clientId", carla.clientId()).put("contactId", colin)).is(200);

    assertThat(resolved.text("contactId")).isEqualTo(colin);
    assertThat(Portal.signIn(email).get("/v1/me").text("clientOf/0/contactId")).isEqualTo(colin);
    visitor.register(office.slug(), "New", email).is(202);
    assertThat(Portal.lastMail(email).subject()).startsWith("You already have an account");
    office
        .administrator()
        .patch(carla.path() + "/contacts/" + colin, json().put("email", email))
        .is(200);
    assertThat(Portal.signIn(email).get("/v1/me").text("clientOf/0/contactId")).isEqualTo(colin);
  }

  @Test
  void holdersThatCannotHaveAnAccount_areRefused_andNothingChanges() {
    selfRegistration("review");
    registered("New", Portal.email("new")).is(200);
    String id = registrations().text("items/0/registrationId");
    Office.Client carla = office.activeClient("Carla").client();
    String nora = office.contact(carla, "Nora", Portal.email("nora"), false);
    String other =
        office
            .administrator()
            .post(office.path() + "/clients", json().put("kind", "other").put("name", "Bank"))
            .is(201)
            .text("clientId");
    String theirs = Office.open("Another", true).client("Not yours").clientId();
    Map<String, Object> before = Portal.everything();

    resolve(id, json().put("clientId", other)).isProblem(422, "kind-without-account");
    resolve(id, json().put("clientId", carla.clientId())).isProblem(409, "account-exists");
    resolve(id, json().put("clientId", carla.clientId()).put("contactId", nora))
        .isProblem(422, "recipient-not-permitted");
    resolve(id, json().put("clientId", theirs)).isProblem(422, "recipient-not-permitted");
    resolve(id, json().put("clientId", "nobody")).isProblem(422, "recipient-not-permitted");
    assertThat(resolve(id, json()).isProblem(400, "invalid-request").faults())
        .containsExactly("/clientId required");
    assertThat(
            resolve(id, json().put("reject", true).put("clientId", other).put("x", 1))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactlyInAnyOrder("/clientId unknown", "/x unknown");
    assertThat(resolve(id, json().put("reject", false)).faults()).containsExactly("/reject enum");
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void aRejectedPerson_isNotified_andMayRegisterAgain() {
    selfRegistration("review");
    String email = Portal.email("new");
    registered("New", email).is(200);
    registered("New Name", email).is(200);
    Answer listed = registrations();
    assertThat(listed.at("items")).hasSize(1);
    assertThat(listed.text("items/0/name")).isEqualTo("New Name");
    String id = listed.text("items/0/registrationId");

    assertThat(resolve(id, json().put("reject", true)).is(200).text("status"))
        .isEqualTo("rejected");
    resolve(id, json().put("reject", true)).is(200);

    assertThat(Portal.lastMail(email).subject()).isEqualTo("Your registration with Meyer & Søn");
    assertThat(Portal.signIn(email).get("/v1/me").at("clientOf")).isEmpty();
    assertThat(registrations().at("items")).isEmpty();
    registered("New", email).is(200);
    assertThat(registrations().at("items")).hasSize(1);
  }

  @Test
  void theList_isPaged_newestFirst() {
    selfRegistration("review");
    for (int i = 0; i < 3; i++) {
      registered("Number " + i, Portal.email("n")).is(200);
      Portal.advance(Duration.ofSeconds(1));
    }

    Answer first = office.administrator().get(office.path() + "/registrations?limit=2").is(200);
    Answer last =
        office
            .administrator()
            .get(office.path() + "/registrations?limit=2&cursor=" + first.text("nextCursor"))
            .is(200);

    assertThat(first.at("items").findValuesAsText("name")).containsExactly("Number 2", "Number 1");
    assertThat(last.at("items").findValuesAsText("name")).containsExactly("Number 0");
    assertThat(last.json().has("nextCursor")).isFalse();
    office
        .administrator()
        .get(office.path() + "/registrations?limit=0")
        .isProblem(400, "invalid-request");
  }
}
