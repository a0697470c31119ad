package clientportal.firms;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of a firm, and the list of its staff: {@code updateFirm}, {@code listStaff}. */
final class FirmSettingsIT {
  private final Office office = Office.open();
  private final Person administrator = office.administrator();

  private static List<String> texts(JsonNode items, String name) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path(name).asText()));
    return texts;
  }

  @Test
  void settings_applyFromTheNextEventOn_andAreReadAsSaved() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    ObjectNode patch = json().put("name", "Meyer & Partner");
    patch
        .putObject("settings")
        .put("digestMinutes", 0)
        .put("selfRegistration", "review")
        .put("timeZone", "Asia/Tokyo")
        .put("language", "de")
        .put("passwordClasses", true)
        .put("secondFactor", "staff")
        .put("replyTo", "office@meyer.test");
    patch.withObject("settings").put("mailsPerDay", 50).put("remindAt", "08:30");
    patch.withObject("settings").putArray("quietDays");
    patch
        .withObject("settings")
        .putObject("reminders")
        .put("firstAfterDays", 0)
        .put("everyDays", 7)
        .put("atMost", 3)
        .putArray("beforeDueDays")
        .add(14);
    patch
        .withObject("settings")
        .putObject("notices")
        .putObject("notes")
        .put("email", false)
        .put("sms", true);
    patch.withObject("settings").putObject("deliveries").put("items-accepted", "portal-only");
    patch.withObject("settings").putArray("requiredForStaff").add("document-uploaded");

    Answer changed = administrator.patch(office.path(), patch).is(200);

    assertThat(changed.json().get("settings")).isEqualTo(patch.get("settings"));
    Answer read = administrator.get(office.path()).is(200);
    assertThat(read.json()).isEqualTo(changed.json());
    assertThat(read.header("etag")).isEqualTo(changed.header("etag"));
    assertThat(carla.person().get("/v1/me").text("clientOf/0/site")).isEqualTo(office.slug());
    assertThat(administrator.get("/v1/me").text("staffOf/0/site")).isEqualTo(office.slug());
    assertThat(carla.person().get("/v1/me").text("clientOf/0/firmName"))
        .isEqualTo("Meyer & Partner");
    int before = Portal.mails(carla.person().email()).size();
    carla.client().share(carla.client().folder("Taxes"), "client", "view").is(200);
    Portal.advance(Duration.ofMinutes(1));
    List<Message> mails = Portal.mails(carla.person().email());
    assertThat(mails).hasSize(before + 1);
    assertThat(mails.getLast().text()).contains("Ortszeit von Tokyo.", "Meyer & Partner");
    assertThat(mails.getLast().headers()).containsEntry("Reply-To", "office@meyer.test");
    assertThat(mails.getFirst().headers()).doesNotContainKey("Reply-To");
  }

  @Test
  void faultySettings_areAllReported_andIfMatchIsHonoured() {
    String etag = administrator.get(office.path()).header("etag").orElseThrow();
    ObjectNode faulty = json().putNull("name").put("slug", "x");
    faulty.putObject("settings").put("digestMinutes", 1.5).put("timeZone", "CEST").put("a", 1);
    faulty.withObject("settings").put("replyTo", "Office <office@meyer.test>");
    faulty.withObject("settings").put("mailsPerDay", 0).putArray("quietDays").add("so").add(1);
    faulty.withObject("settings").putObject("quietHours").put("from", "20:00").put("to", "20:00");
    Map<String, Object> before = Portal.everything();
    assertThat(
            administrator.patch(office.path(), faulty).isProblem(400, "invalid-request").faults())
        .containsExactlyInAnyOrder(
            "/name type",
            "/slug unknown",
            "/settings/digestMinutes type",
            "/settings/timeZone format",
            "/settings/replyTo format",
            "/settings/mailsPerDay range",
            "/settings/quietDays/0 enum",
            "/settings/quietDays/1 type",
            "/settings/quietHours/to range",
            "/settings/a unknown");
    patch("\"999\"").isProblem(412, "precondition-failed");
    assertThat(Portal.everything()).isEqualTo(before);

    patch(etag).is(200);
    patch(etag).isProblem(412, "precondition-failed");
  }

  private Answer patch(String ifMatch) {
    return administrator
        .call("PATCH", office.path())
        .header("If-Match", ifMatch)
        .json(json().put("name", "Meyer AG"))
        .send();
  }

  @Test
  void staff_areListedByName_andAllOfThemSeeTheList() {
    Office.Member zoe = office.member("zoe", false);
    office.member("Änne", false);
    office.member("Bert", false);

    Answer page = zoe.person().get(office.path() + "/staff?limit=3").is(200);
    Answer rest =
        zoe.person()
            .get(office.path() + "/staff?limit=3&cursor=" + page.text("nextCursor"))
            .is(200);

    assertThat(texts(page.at("items"), "name")).containsExactly("Ada Admin", "Änne", "Bert");
    assertThat(texts(rest.at("items"), "name")).containsExactly("zoe");
    assertThat(rest.json().at("/items/0"))
        .isEqualTo(zoe.person().get(office.path() + "/staff/" + zoe.staffId()).json());
    administrator.get(office.path() + "/staff?limit=0").isProblem(400, "invalid-request");
  }

  @Test
  void aChangeOfAStaffMember_appliesAtTheNextRequest_withATokenThatIsStillValid() {
    Office.Member sam = office.member("Sam", true);
    String place = office.path() + "/staff/" + sam.staffId();
    Office.Client client = office.client("Carla");
    String folder = client.folder("Taxes");
    String shares = client.path() + "/folders/" + folder + "/shares";
    sam.person().put(shares, Office.recipients("all-authorized", "view")).is(200);

    administrator.patch(place, json().put("webPortal", false)).is(200);
    sam.person().put(shares, Office.nobody()).isProblem(403, "permission-required");
    sam.person().get(client.path()).is(200);

    administrator.patch(place, json().put("enabled", false)).is(200);
    for (String path :
        List.of(
            office.path(),
            office.path() + "/clients",
            office.path() + "/sites",
            client.path(),
            client.path() + "/contacts",
            shares)) {
      sam.person().get(path).isProblem(404, "not-found");
    }
    assertThat(sam.person().get("/v1/me").at("staffOf")).isEmpty();

    administrator.patch(place, json().put("enabled", true).put("webPortal", true)).is(200);
    sam.person().put(shares, Office.nobody()).is(200);
  }
}
