package clientportal.firms;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Firms and their staff: {@code createFirm}, {@code createStaff}, {@code appointAdministrator} and
 * {@code updateStaff}.
 */
final class FirmsIT {
  private static ObjectNode firm(String slug, String email) {
    ObjectNode firm = json().put("name", "Meyer & Søn").put("slug", slug);
    firm.set("administrator", json().put("name", "Ada Admin").put("email", email));
    return firm;
  }

  @Test
  @Tag("BC1")
  void onlyAnOperator_opensAFirm_andWithoutOneThereIsNoAccount() {
    Office office = Office.open();
    Map<String, Object> before = Portal.everything();

    office
        .administrator()
        .post("/v1/firms", firm(Portal.slug(), "x@example.test"))
        .isProblem(403, "permission-required");
    office
        .administrator()
        .post("/v1/firms/01arz3ndektsv4rrffq69g5fav/clients", json())
        .isProblem(404, "not-found");
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void aFirm_isCreatedWithItsSiteAndAdministrator_whoIsInvitedByMail() {
    Person operator = Portal.signIn("operator@portal.test");
    String slug = Portal.slug();
    String email = Portal.email("ada");

    Answer created = operator.post("/v1/firms", firm(slug, email)).is(201);

    assertThat(created.text("slug")).isEqualTo(slug);
    assertThat(created.text("administrator/account/status")).isEqualTo("invited");
    assertThat(created.header("location")).contains("/v1/firms/" + created.text("firmId"));
    assertThat(Portal.lastMail(email).text())
        .contains("Meyer & Søn", Portal.stack().describe().get("staffUrl") + "/invitation#");
    operator.post("/v1/firms", firm(slug, Portal.email("b"))).isProblem(409, "slug-taken");
    operator.get("/v1/firms/" + created.text("firmId")).isProblem(404, "not-found");
  }

  @Test
  void allFaultsOfAFirm_areReportedTogether() {
    Person operator = Portal.signIn("operator@portal.test");
    ObjectNode faulty = json().put("name", " ").put("slug", "-Bad").put("colour", "red");
    faulty.set("administrator", json().put("email", "nobody"));
    Map<String, Object> before = Portal.everything();

    Answer answer = operator.post("/v1/firms", faulty).isProblem(400, "invalid-request");

    assertThat(answer.faults())
        .contains(
            "/name format",
            "/administrator/name required",
            "/administrator/email format",
            "/colour unknown")
        .anyMatch(fault -> fault.startsWith("/slug "));
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  @Tag("BS3")
  @Tag("BS4")
  @Tag("BC4")
  void webPortal_isNeverADefault_andNothingIsPublishedWithoutIt() {
    Office office = Office.open("Kanzlei", false);
    Person administrator = office.administrator();
    Answer self = administrator.get(office.path() + "/staff/" + office.staffId()).is(200);
    assertThat(self.text("role")).isEqualTo("administrator");
    assertThat(self.at("webPortal").asBoolean()).isFalse();
    Office.Client client = office.client("Carla");
    String folder = client.folder("Taxes");

    administrator
        .post(client.path() + "/account", json().put("email", client.email()))
        .isProblem(403, "permission-required");
    client.share(folder, "all-authorized", "view").isProblem(403, "permission-required");

    administrator
        .patch(office.path() + "/staff/" + office.staffId(), json().put("webPortal", true))
        .is(200);
    client.share(folder, "all-authorized", "view").is(200);
    client.invite();

    administrator
        .patch(office.path() + "/staff/" + office.staffId(), json().put("webPortal", false))
        .is(200);
    client.share(folder, "all-authorized", "view-upload").isProblem(403, "permission-required");
  }

  @Test
  void onlyAdministrators_manageStaff_andADisabledMemberLosesAccessAtTheNextRequest() {
    Office office = Office.open();
    Office.Member member = office.member("Sam", true);
    String path = office.path() + "/staff/" + member.staffId();
    assertThat(member.person().get("/v1/me").text("staffOf/0/firmName")).isEqualTo("Meyer & Søn");

    member
        .person()
        .patch(path, json().put("role", "administrator"))
        .isProblem(403, "permission-required");
    member.person().get(office.path()).is(200);
    office.administrator().patch(path, json().put("enabled", false)).is(200);

    member.person().get(office.path()).isProblem(404, "not-found");
    assertThat(member.person().get("/v1/me").at("staffOf")).isEmpty();
  }

  @Test
  void theLastEnabledAdministrator_staysOne() {
    Office office = Office.open();
    String path = office.path() + "/staff/" + office.staffId();

    office.administrator().patch(path, json().put("role", "staff")).isProblem(409, "conflict");
    office.administrator().patch(path, json().put("enabled", false)).isProblem(409, "conflict");
    office.administrator().patch(path, json().putNull("enabled")).isProblem(400, "invalid-request");
    Answer unchanged = office.administrator().get(path).is(200);
    assertThat(unchanged.text("role")).isEqualTo("administrator");
    assertThat(unchanged.at("enabled").asBoolean()).isTrue();
  }

  @Test
  void anAdministrator_mayLeave_onceThereIsAnother() {
    Office office = Office.open();
    String path = office.path() + "/staff/" + office.staffId();
    String email = Portal.email("bea");
    Answer second =
        office
            .administrator()
            .post(
                office.path() + "/staff",
                json().put("name", "Bea").put("email", email).put("role", "administrator"))
            .is(201);
    office.administrator().patch(path, json().put("role", "staff")).isProblem(409, "conflict");
    Portal.acceptInvitation(email);

    office.administrator().patch(path, json().put("role", "staff")).is(200);

    assertThat(second.text("role")).isEqualTo("administrator");
    office
        .administrator()
        .patch(path, json().put("role", "administrator"))
        .isProblem(403, "permission-required");
  }

  @Test
  void anOperator_appointsAnAdministrator_andAllAdministratorsAreNotified() {
    Office office = Office.open();
    Office.Member sam = office.member("Sam", false);
    Person operator = Portal.signIn("operator@portal.test");
    String path = office.path() + "/administrators";
    ObjectNode body = json().put("name", "Sam").put("email", sam.person().email());
    office.administrator().post(path, body).isProblem(403, "permission-required");

    Answer appointed = operator.post(path, body).is(201);

    assertThat(appointed.text("staffId")).isEqualTo(sam.staffId());
    assertThat(appointed.text("role")).isEqualTo("administrator");
    assertThat(sam.person().get("/v1/me").text("staffOf/0/role")).isEqualTo("administrator");
    Portal.settle();
    for (Person each : List.of(office.administrator(), sam.person())) {
      Answer notices = each.get("/v1/me/notices").is(200);
      assertThat(notices.text("items/0/type")).isEqualTo("administrator-appointed");
      assertThat(notices.text("items/0/name")).isEqualTo("Sam");
      assertThat(notices.text("items/0/by")).isEqualTo("the operator of the portal");
    }
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.lastMail(office.administrator().email()).subject())
        .isEqualTo("Sam was appointed as an administrator of Meyer & Søn");
    String eva = Portal.email("eva");
    operator.post(path, json().put("name", "Eva").put("email", eva)).is(201);
    Portal.acceptInvitation(eva).get(office.path() + "/staff").is(200);
  }

  @Test
  void oneAddress_isOneStaffMemberOfAFirm() {
    Office office = Office.open();
    String email = Portal.email("sam");
    ObjectNode staff = json().put("name", "Sam").put("email", email).put("role", "staff");
    office.administrator().post(office.path() + "/staff", staff).is(201);

    office
        .administrator()
        .post(
            office.path() + "/staff", staff.put("email", email.toUpperCase(java.util.Locale.ROOT)))
        .isProblem(409, "email-taken");
  }

  @Test
  void ifMatch_isHonoured() {
    Office office = Office.open();
    String path = office.path() + "/staff/" + office.staffId();
    String etag = office.administrator().get(path).header("etag").orElseThrow();

    office
        .administrator()
        .call("PATCH", path)
        .header("If-Match", "\"999\"")
        .json(json().put("webPortal", false))
        .send()
        .isProblem(412, "precondition-failed");
    office
        .administrator()
        .call("PATCH", path)
        .header("If-Match", etag)
        .json(json().put("webPortal", false))
        .send()
        .is(200);
  }
}
