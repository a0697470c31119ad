package clientportal.sites;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sites of a firm, and how their pages look: {@code createSite}, {@code listSites}, {@code
 * getSite}, {@code getSiteSettings} and {@code setSiteSettings}.
 */
final class SitesIT {
  private final Office office = Office.open();
  private final Person administrator = office.administrator();

  private static ObjectNode site(String slug) {
    return json().put("slug", slug).put("name", "Payroll");
  }

  private static String url(String slug) {
    return Portal.stack().describe().get("portalUrl") + "/" + slug;
  }

  private static List<String> texts(JsonNode items, String name) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path(name).asText()));
    return texts;
  }

  @Test
  @Tag("BC17")
  @Tag("BC18")
  void aFirmMayHaveSeveralSites_eachWithAnAddressToSendClientsTo() {
    Answer first = administrator.get(office.path() + "/sites").is(200);
    assertThat(first.at("items")).hasSize(1);
    assertThat(first.text("items/0/slug")).isEqualTo(office.slug());
    assertThat(first.text("items/0/url")).isEqualTo(url(office.slug()));
    String slug = Portal.slug();
    Portal.advance(Duration.ofSeconds(1));

    Answer created = administrator.post(office.path() + "/sites", site(slug)).is(201);

    assertThat(created.json())
        .isEqualTo(
            json()
                .put("slug", slug)
                .put("name", "Payroll")
                .put("displayName", "Payroll")
                .put("url", url(slug)));
    Person staff = office.member("Sam", false).person();
    Answer listed = staff.get(created.header("location").orElseThrow()).is(200);
    assertThat(texts(listed.at("items"), "slug")).containsExactly(slug, office.slug());
    Answer page = staff.get(office.path() + "/sites?limit=1").is(200);
    Answer next =
        staff.get(office.path() + "/sites?limit=1&cursor=" + page.text("nextCursor")).is(200);
    assertThat(texts(next.at("items"), "slug")).containsExactly(office.slug());
    assertThat(next.json().has("nextCursor")).isFalse();
  }

  private static ObjectNode settings(String name) {
    ObjectNode settings = json().put("displayName", name);
    settings.putArray("signIn").add("passkey").add("code");
    return settings;
  }

  @Test
  @Tag("MY4")
  void anAdministratorAlone_setsHowTheSitesPagesLook() {
    String site = office.path() + "/sites/" + office.slug();
    ObjectNode all =
        settings("Ruiz, Tax")
            .put("welcome", "Welcome.\nGood to see you.")
            .put("privacyUrl", "https://www.example.com/privacy")
            .put("accentColor", "#0B5fff");
    Person staff = office.member("Sam", true).person();
    staff.put(site + "/settings", all).isProblem(403, "permission-required");
    staff.get(site + "/settings").isProblem(403, "permission-required");
    Office.open("Other", true)
        .administrator()
        .put(site + "/settings", all)
        .isProblem(404, "not-found");
    assertThat(Portal.anonymous("GET", "/v1/sites/" + office.slug()).send().json().has("welcome"))
        .isFalse();
    Answer saved = administrator.put(site + "/settings", all).is(200);

    assertThat(saved.json()).isEqualTo(all);
    Answer read = administrator.get(site + "/settings").is(200);
    assertThat(read.json()).isEqualTo(all);
    assertThat(read.header("etag")).isEqualTo(saved.header("etag")).contains("\"1\"");
    JsonNode shown = Portal.anonymous("GET", "/v1/sites/" + office.slug()).send().is(200).json();
    all.properties()
        .forEach(each -> assertThat(shown.get(each.getKey())).isEqualTo(each.getValue()));
    assertThat(texts(administrator.get(office.path() + "/sites").at("items"), "displayName"))
        .containsExactly("Ruiz, Tax");
    administrator
        .call("PUT", site + "/settings")
        .header("If-Match", "\"0\"")
        .json(all)
        .send()
        .isProblem(412, "precondition-failed");
    administrator
        .put(office.path() + "/sites/no-such-site/settings", all)
        .isProblem(404, "not-found");
  }

  @Test
  @Tag("MY6")
  void theFirmChoosesTheAddress_atWhichItsClientsSignIn() {
    String slug = Portal.slug();
    Answer created =
        administrator
            .post(office.path() + "/sites", json().put("slug", slug).put("name", "Payroll"))
            .is(201);

    assertThat(created.text("url")).isEqualTo(url(slug));
    Portal.anonymous("GET", "/v1/sites/" + slug).send().is(200);
    String email = Portal.email("rosa");
    Visitor visitor = Visitor.elsewhere();
    Visitor.Asked asked = visitor.registering(slug, "Rosa", email);
    assertThat(Portal.lastMail(email).text()).contains(url(slug) + "/");
    visitor.verify(asked.withKey()).is(200);
    assertThat(Portal.signIn(email).get("/v1/me").text("clientOf/0/site")).isEqualTo(slug);
  }

  @Test
  @Tag("MY7")
  void theAddress_isNeverChanged() {
    String site = office.path() + "/sites/" + office.slug();

    assertThat(
            administrator
                .put(site + "/settings", settings("Meyer").put("slug", Portal.slug()))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactly("/slug unknown");
    assertThat(
            administrator
                .patch(office.path(), json().put("slug", Portal.slug()))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactly("/slug unknown");
    administrator.patch(office.path(), json().put("name", "Meyer AG")).is(200);
    administrator.put(site + "/settings", settings("Meyer AG")).is(200);
    assertThat(administrator.get(office.path()).text("slug")).isEqualTo(office.slug());
    assertThat(Portal.anonymous("GET", "/v1/sites/" + office.slug()).send().text("displayName"))
        .isEqualTo("Meyer AG");
    assertThat(administrator.get(office.path() + "/portal-setup").at("items/0/steps/0"))
        .isEqualTo(json().put("step", "address").put("done", true).put("fixed", true));
  }

  @Test
  @Tag("BC18")
  void anybody_readsWhatTheSignInPageOfASiteShows() throws IOException {
    ObjectNode settings = json();
    settings
        .putObject("settings")
        .put("selfRegistration", "review")
        .put("language", "de")
        .put("passwordClasses", true);
    administrator.patch(office.path(), settings).is(200);
    String slug = Portal.slug();
    administrator.post(office.path() + "/sites", site(slug)).is(201);

    Answer read = Portal.anonymous("GET", "/v1/sites/" + slug).send().is(200);

    ObjectNode shown =
        json().put("slug", slug).put("name", "Payroll").put("displayName", "Payroll");
    shown.put("firmName", administrator.get(office.path()).text("name"));
    shown.put("language", "de");
    shown.putArray("signIn").add("code").add("password").add("passkey");
    shown.put("selfRegistration", "review");
    shown.putObject("password").put("minLength", 12).put("maxLength", 256).put("classes", true);
    assertThat(read.json()).isEqualTo(shown);
    assertThat(Files.readString(Path.of("..", "identity.yaml")))
        .as("the choices, as the user pool has them")
        .containsPattern("AllowedFirstAuthFactors: \\[PASSWORD, EMAIL_OTP, WEB_AUTHN]");
    Answer unknown =
        Portal.anonymous("GET", "/v1/sites/no-such-site").send().isProblem(404, "not-found");
    Answer odd = Portal.anonymous("GET", "/v1/sites/%20").send().isProblem(404, "not-found");
    assertThat(odd.withoutInstance()).isEqualTo(unknown.withoutInstance());
  }

  @Test
  void aSlug_isOneSites_amongAllFirms_andARepeatedRequestMakesOne() {
    Office other = Office.open("Other", false);
    String slug = Portal.slug();
    for (int times = 0; times < 2; times++) {
      administrator
          .call("POST", office.path() + "/sites")
          .header("Idempotency-Key", slug)
          .json(site(slug))
          .send()
          .is(201);
    }
    administrator
        .call("POST", office.path() + "/sites")
        .header("Idempotency-Key", slug)
        .json(site(slug).put("name", "Wages"))
        .send()
        .isProblem(422, "idempotency-key-reused");
    Person operator = Portal.signIn("operator@portal.test");
    Map<String, Object> before = Portal.everything();

    other.administrator().post(other.path() + "/sites", site(slug)).isProblem(409, "slug-taken");
    administrator.post(office.path() + "/sites", site(slug)).isProblem(409, "slug-taken");
    administrator.post(office.path() + "/sites", site(other.slug())).isProblem(409, "slug-taken");
    operator.post("/v1/firms", firm(slug)).isProblem(409, "slug-taken");
    assertThat(
            administrator
                .post(office.path() + "/sites", json().put("slug", "A--").put("x", 1))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactlyInAnyOrder("/slug format", "/name required", "/x unknown");
    assertThat(Portal.everything()).isEqualTo(before);
  }

  private static ObjectNode firm(String slug) {
    ObjectNode firm = json().put("name", "Third").put("slug", slug);
    firm.set("administrator", json().put("name", "A").put("email", "a@example.test"));
    return firm;
  }
}
