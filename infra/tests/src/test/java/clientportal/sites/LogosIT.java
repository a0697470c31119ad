package clientportal.sites;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Logo;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.uploads.Pictures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The logo of a site, from its upload to the page that shows it, and how far a site is set up:
 * {@code requestLogo}, {@code removeLogo}, {@code getSiteLogo} and {@code getPortalSetup}.
 */
final class LogosIT {
  private static final int LARGEST = 819_200;

  private final Office office = Office.open();
  private final Person administrator = office.administrator();
  private final String site = office.path() + "/sites/" + office.slug();

  private JsonNode setup() {
    return administrator.get(office.path() + "/portal-setup").is(200).at("items/0");
  }

  private JsonNode shown() {
    return Portal.anonymous("GET", "/v1/sites/" + office.slug()).send().is(200).json();
  }

  /** Gets what a page shows, as a browser does. */
  private static Answer get(String url) {
    return new Call(url).send();
  }

  @Test
  @Tag("MY8")
  void theSite_showsTheFirmsLogo_toAnybodyWhoOpensIt() {
    File logo = Logo.png(400, 120);
    assertThat(shown().has("logoUrl")).isFalse();

    String version = Logo.upload(administrator, site, logo);

    String url = shown().path("logoUrl").asText();
    assertThat(url)
        .isEqualTo(
            Portal.stack().describe().get("api")
                + "/v1/sites/"
                + office.slug()
                + "/logo/"
                + version);
    Answer answer = get(url).is(200);
    assertThat(answer.bytes()).isEqualTo(logo.bytes());
    assertThat(answer.header("content-type")).contains("image/png");
    assertThat(answer.header("cache-control")).contains("public, max-age=31536000, immutable");
    assertThat(answer.header("x-content-type-options")).contains("nosniff");
    assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
    assertThat(administrator.get(office.path() + "/sites").text("items/0/logoUrl")).isEqualTo(url);
    ObjectNode current =
        json()
            .put("version", version)
            .put("url", url)
            .put("contentType", "image/png")
            .put("size", logo.bytes().length);
    assertThat(setup().path("logo")).isEqualTo(json().set("current", current));
  }

  @Test
  @Tag("MY9")
  void aLogo_isPngOrJpeg_ofAtMost800KiloBytes_and1000PixelsWide() {
    for (File logo :
        List.of(
            Logo.png(Pictures.png(1000, 300, LARGEST)),
            Logo.jpeg(Pictures.jpeg(1000, 300, LARGEST)))) {
      String version = Logo.upload(administrator, site, logo);

      assertThat(setup().at("/logo/current/version").asText()).isEqualTo(version);
      Answer answer = get(shown().path("logoUrl").asText()).is(200);
      assertThat(answer.bytes()).isEqualTo(logo.bytes());
      assertThat(answer.header("content-type")).contains(logo.contentType());
    }
    String shown = shown().path("logoUrl").asText();

    for (File larger :
        List.of(
            Logo.png(Pictures.png(1000, 300, LARGEST + 1)),
            Logo.jpeg(Pictures.jpeg(1000, 300, LARGEST + 1)))) {
      assertThat(
              Logo.declare(administrator, site, larger).isProblem(400, "invalid-request").faults())
          .containsExactly("/size range");
    }
    assertThat(rejection(Logo.png(1001, 1))).isEqualTo("too-wide");
    assertThat(rejection(Logo.jpeg(Pictures.jpeg(1001, 1)))).isEqualTo("too-wide");
    File gif = new File("a.gif", "image/gif", "GIF89a".getBytes(StandardCharsets.US_ASCII));
    assertThat(Logo.declare(administrator, site, gif).isProblem(400, "invalid-request").faults())
        .containsExactly("/contentType enum");
    assertThat(rejection(Logo.png(gif.bytes()))).isEqualTo("content-type-mismatch");
    assertThat(shown().path("logoUrl").asText()).isEqualTo(shown);
  }

  /** Uploads what is no logo; returns why it is none. */
  private String rejection(File file) {
    String version = Logo.upload(administrator, site, file);
    JsonNode upload = setup().at("/logo/upload");
    assertThat(upload.path("version").asText()).isEqualTo(version);
    assertThat(upload.path("status").asText()).isEqualTo("rejected");
    get(Portal.stack().describe().get("api") + logoPath(version)).isProblem(404, "not-found");
    return upload.at("/rejection/code").asText();
  }

  private String logoPath(String version) {
    return "/v1/sites/" + office.slug() + "/logo/" + version;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "%PDF-1.7",
        "RIFF0000WEBPVP8 ",
      })
  void whatBrowsersWouldRun_isNeverShown_neitherAloneNorBehindAPicture(String hostile) {
    byte[] bytes = hostile.getBytes(StandardCharsets.US_ASCII);

    assertThat(rejection(Logo.png(bytes))).isEqualTo("content-type-mismatch");
    assertThat(rejection(Logo.png(Pictures.join(Pictures.png(9, 9), bytes))))
        .isEqualTo("content-type-mismatch");
    assertThat(rejection(Logo.jpeg(Pictures.join(Pictures.jpeg(9, 9), bytes))))
        .isEqualTo("content-type-mismatch");
    assertThat(shown().has("logoUrl")).isFalse();
  }

  @Test
  void onlyTheDeclaredBytes_areTakenByTheUrl_andOnlyOnce() {
    File logo = Logo.png(20, 20);
    Answer declared = Logo.declare(administrator, site, logo).is(201);
    assertThat(declared.header("location")).contains(office.path() + "/portal-setup");
    assertThat(setup().at("/logo/upload/status").asText()).isEqualTo("pending");

    assertThat(File.put(declared, Logo.png(21, 20).bytes()).status()).isBetween(400, 403);
    File.put(declared, logo.bytes()).is(200);
    File.put(declared, logo.bytes()).is(412);
    Portal.settle();
    assertThat(setup().at("/logo/current/version").asText()).isEqualTo(declared.text("version"));
  }

  @Test
  void bytesThatNeverCome_areSaidToBeMissing_andTheLogoBeforeStays() {
    String version = Logo.upload(administrator, site, Logo.png(20, 20));
    Logo.declare(administrator, site, Logo.png(30, 20)).is(201);

    Portal.advance(Duration.ofMinutes(20));

    Person ada = Portal.signIn(administrator.email());
    JsonNode logo = ada.get(office.path() + "/portal-setup").is(200).at("items/0/logo");
    assertThat(logo.at("/upload/rejection/code").asText()).isEqualTo("not-received");
    assertThat(logo.at("/current/version").asText()).isEqualTo(version);
  }

  @Test
  @Tag("MY4")
  void aReplacedLogo_staysWhereMailsShowIt_andARemovedOneIsGone_byAnAdministratorAlone() {
    Logo.upload(administrator, site, Logo.png(20, 20));
    String first = shown().path("logoUrl").asText();
    Logo.upload(administrator, site, Logo.jpeg(Pictures.jpeg(30, 20)));
    String second = shown().path("logoUrl").asText();
    get(first).is(200);
    Person staff = office.member("Sam", true).person();
    staff.delete(site + "/logo").isProblem(403, "permission-required");
    Logo.declare(staff, site, Logo.png(9, 9)).isProblem(403, "permission-required");
    staff.get(office.path() + "/portal-setup").isProblem(403, "permission-required");
    assertThat(shown().path("logoUrl").asText()).isEqualTo(second);

    administrator.delete(site + "/logo").is(204);

    assertThat(shown().has("logoUrl")).isFalse();
    get(second).isProblem(404, "not-found");
    get(first).is(200);
    administrator.delete(site + "/logo").is(204);
    administrator.delete(office.path() + "/sites/no-such-site/logo").isProblem(404, "not-found");
  }

  /** As after a restore of the table alone. */
  @Test
  void aLogoWithoutItsBytes_isUnknown() {
    String version = Logo.upload(administrator, site, Logo.png(20, 20));
    String key = "sites/%s/%s/%s".formatted(office.firmId(), office.slug(), version);
    Portal.stack().s3Client().deleteObject(delete -> delete.bucket(Portal.bucketName()).key(key));

    get(shown().path("logoUrl").asText()).isProblem(404, "not-found");
  }

  @Test
  @Tag("MY5")
  void theSite_isSetUpStepByStep_inAnyOrder() {
    assertThat(done()).containsExactly("address");
    assertThat(setup().path("ready").asBoolean()).isFalse();
    assertThat(setup().path("url").asText())
        .isEqualTo(Portal.stack().describe().get("portalUrl") + "/" + office.slug());
    office.client("Carla");
    assertThat(done()).containsExactly("address", "clients");
    Logo.upload(administrator, site, Logo.png(20, 20));
    assertThat(done()).containsExactly("address", "logo", "clients");
    assertThat(setup().path("ready").asBoolean()).isFalse();
    ObjectNode settings = json().put("displayName", "Meyer");
    settings.putArray("signIn").add("code");

    administrator.put(site + "/settings", settings).is(200);

    assertThat(done()).containsExactly("address", "settings", "logo", "clients");
    assertThat(setup().path("ready").asBoolean()).isTrue();
    administrator.delete(site + "/logo").is(204);
    assertThat(setup().path("ready").asBoolean()).isTrue();
  }

  private List<String> done() {
    return setup()
        .path("steps")
        .valueStream()
        .filter(step -> step.path("done").asBoolean())
        .map(step -> step.path("step").asText())
        .toList();
  }

  @Test
  void aPageOfTheSetup_hasItsSites_bySlug() {
    String other = "aaa-" + Portal.slug();
    administrator
        .post(office.path() + "/sites", json().put("slug", other).put("name", "Other"))
        .is(201);

    Answer page = administrator.get(office.path() + "/portal-setup?limit=1").is(200);
    Answer rest =
        administrator
            .get(office.path() + "/portal-setup?limit=1&cursor=" + page.text("nextCursor"))
            .is(200);

    assertThat(List.of(page.text("items/0/slug"), rest.text("items/0/slug")))
        .containsExactlyInAnyOrder(other, office.slug());
    assertThat(rest.json().has("nextCursor")).isFalse();
    administrator.get(office.path() + "/portal-setup?limit=0").isProblem(400, "invalid-request");
  }
}
