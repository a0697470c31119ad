package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Role;
import clientportal.access.events.EventData.LogoChanged;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.ObjectKey;
import clientportal.uploads.Pictures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code requestLogo}, {@code ConfirmLogo}, {@code removeLogo} and {@code getSiteLogo}. */
final class LogosTest {
  private static final byte[] PNG = Pictures.png(200, 80);
  private static final byte[] JPEG = Pictures.jpeg(300, 90);

  private final TestSites sites = new TestSites();

  private boolean isStored(String key) {
    return sites.files.firstBytes(new ObjectKey(key), 1).isPresent();
  }

  private static LogoChanged changed(TestSites sites, Optional<String> key) {
    return new LogoChanged(
        sites.firm.id, "meyer", key.map(TestSites::version).map(LogoVersion::new));
  }

  private String url(String key) {
    return TestSites.ORIGIN + "/v1/sites/meyer/logo/" + TestSites.version(key);
  }

  @Test
  void aLogo_isPendingUntilItsBytesAreFoundRight_andThenShownToEverybody() {
    String key = sites.declare("image/png", PNG);

    assertThat(key).isEqualTo("sites/" + sites.firm.id + "/meyer/" + TestSites.version(key));
    assertThat(sites.logo())
        .isEqualTo(
            Map.of("upload", Map.of("version", TestSites.version(key), "status", "pending")));
    assertThat(sites.logo(key).problem()).isEqualTo("not-found");
    assertThat(sites.site().has("logoUrl")).isFalse();
    sites.put(key, PNG);
    assertThat(sites.confirm(key)).isEqualTo(ConfirmLogo.Outcome.SHOWN);

    assertThat(sites.site().get("logoUrl")).isEqualTo(url(key));
    assertThat(sites.stored().logoUrl()).contains(url(key));
    assertThat(sites.logo())
        .isEqualTo(
            Map.of(
                "current",
                Map.of(
                    "version",
                    TestSites.version(key),
                    "url",
                    url(key),
                    "contentType",
                    "image/png",
                    "size",
                    (long) PNG.length)));
    Exchange.Answer shown = sites.logo(key);
    assertThat(shown.status()).isEqualTo(200);
    assertThat((byte[]) shown.body().orElseThrow()).isEqualTo(PNG);
    assertThat(shown.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("cache-control", "public, max-age=31536000, immutable")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("content-security-policy", "default-src 'none'");
    assertThat(sites.events()).containsExactly(changed(sites, Optional.of(key)));
  }

  @Test
  void theAnswer_leadsToTheSetup_andHasTheUrlOfTheBytes() {
    Exchange.Answer answer =
        sites
            .declaring(sites.administrator, TestSites.declaration("image/png", PNG))
            .send(sites.declare(sites.firm.table));

    assertThat(answer.headers())
        .containsEntry("location", "/v1/firms/" + sites.firm.id + "/portal-setup");
    assertThat(answer.get("status")).isEqualTo("pending");
    assertThat(answer.get("upload", "method")).isEqualTo("PUT");
    assertThat(answer.get("upload", "headers")).isEqualTo(Map.of("content-type", "image/png"));
  }

  @Test
  void anotherLogo_replacesIt_onceItsBytesAreFoundRight_andTheFormerUrlStays() {
    assertThat(sites.upload("image/png", PNG)).isEqualTo(ConfirmLogo.Outcome.SHOWN);
    String first = key();
    String second = sites.declare("image/jpeg", JPEG);
    assertThat(sites.site().get("logoUrl")).isEqualTo(url(first));
    sites.put(second, JPEG);
    assertThat(sites.confirm(second)).isEqualTo(ConfirmLogo.Outcome.SHOWN);

    assertThat(sites.site().get("logoUrl")).isEqualTo(url(second));
    assertThat(sites.logo(first).headers()).containsEntry("content-type", "image/png");
    assertThat(sites.logo(second).headers()).containsEntry("content-type", "image/jpeg");
  }

  /** Returns the key of the bytes of the logo that is shown. */
  private String key() {
    return "sites/%s/meyer/%s"
        .formatted(sites.firm.id, sites.stored().logo().current().orElseThrow().version().value());
  }

  @Test
  void aDeclaration_takesThePlaceOfOneThatIsPending_inWhicheverOrderTheBytesArrive() {
    String older = sites.declare("image/png", PNG);
    String newer = sites.declare("image/jpeg", JPEG);
    sites.put(older, PNG);
    sites.put(newer, JPEG);

    assertThat(sites.confirm(newer)).isEqualTo(ConfirmLogo.Outcome.SHOWN);
    assertThat(sites.confirm(older)).isEqualTo(ConfirmLogo.Outcome.UNWANTED);
    assertThat(sites.site().get("logoUrl")).isEqualTo(url(newer));
    assertThat(isStored(older)).isFalse();
    assertThat(sites.logo(older).problem()).isEqualTo("not-found");
  }

  @Test
  void anEventThatComesAgain_changesNothing_neitherBeforeNorAfterAnotherLogo() {
    sites.upload("image/png", PNG);
    String first = key();
    Map<Key, Item> before = sites.firm.table.everything();
    assertThat(sites.confirm(first)).isEqualTo(ConfirmLogo.Outcome.SHOWN_BEFORE);
    assertThat(sites.firm.table.everything()).isEqualTo(before);
    sites.upload("image/jpeg", JPEG);
    String second = key();

    assertThat(sites.confirm(first)).isEqualTo(ConfirmLogo.Outcome.SHOWN_BEFORE);
    assertThat(sites.site().get("logoUrl")).isEqualTo(url(second));
    assertThat(sites.logo(first).status()).isEqualTo(200);
  }

  @Test
  void whatWasDeclaredOtherwise_isRejectedWithItsReason_andItsBytesAreDeleted() {
    sites.upload("image/png", PNG);
    String shown = key();
    String key = sites.declare("image/png", Pictures.png(1001, 1));
    sites.put(key, Pictures.png(1001, 1));

    assertThat(sites.confirm(key)).isEqualTo(ConfirmLogo.Outcome.REJECTED);
    assertThat(sites.logo().get("upload"))
        .isEqualTo(
            Map.of(
                "version",
                TestSites.version(key),
                "status",
                "rejected",
                "rejection",
                Map.of("code", "too-wide", "detail", "The picture is wider than 1000 pixels.")));
    assertThat(isStored(key)).isFalse();
    assertThat(sites.site().get("logoUrl")).isEqualTo(url(shown));
    // The URL is still valid: the same bytes again are deleted again.
    sites.put(key, Pictures.png(1001, 1));
    assertThat(sites.confirm(key)).isEqualTo(ConfirmLogo.Outcome.UNWANTED);
    assertThat(isStored(key)).isFalse();
    assertThat(sites.events()).containsExactly(changed(sites, Optional.of(shown)));
  }

  @Test
  void otherBytes_andBytesOfTheOtherType_areRejected() {
    String other = sites.declare("image/png", PNG);
    sites.put(other, Pictures.png(200, 81));
    assertThat(sites.confirm(other)).isEqualTo(ConfirmLogo.Outcome.REJECTED);
    assertThat(rejection()).isEqualTo("content-mismatch");
    String longer = sites.declare("image/png", PNG);
    sites.put(longer, Pictures.join(PNG, PNG));
    assertThat(sites.confirm(longer)).isEqualTo(ConfirmLogo.Outcome.REJECTED);
    assertThat(rejection()).isEqualTo("content-mismatch");

    assertThat(sites.upload("image/png", JPEG)).isEqualTo(ConfirmLogo.Outcome.REJECTED);
    assertThat(rejection()).isEqualTo("content-type-mismatch");
    assertThat(sites.upload("image/jpeg", PNG)).isEqualTo(ConfirmLogo.Outcome.REJECTED);
    assertThat(rejection()).isEqualTo("content-type-mismatch");
  }

  private Object rejection() {
    Object upload = TestSites.member(sites.logo(), "upload");
    return TestSites.member(TestSites.member(upload, "rejection"), "code");
  }

  @Test
  void whoeverIsNoAdministratorAnyMore_whenTheBytesArrive_changesNoLogo() {
    PersonId leaving = sites.firm.staff(Role.ADMINISTRATOR, false);
    String key =
        (String)
            sites
                .declaring(leaving, TestSites.declaration("image/png", PNG))
                .send(sites.declare(sites.firm.table))
                .get("upload", "url");
    sites.put(key, PNG);
    ((Table) sites.firm.table)
        .write(List.of(Write.delete(TableKeys.affiliation(sites.firm.id, leaving))));

    assertThat(sites.confirm(key)).isEqualTo(ConfirmLogo.Outcome.REJECTED);
    assertThat(rejection()).isEqualTo("permission-ended");
    assertThat(sites.site().has("logoUrl")).isFalse();
  }

  @Test
  void bytesThatDoNotCome_areSaidToBeMissing_andAreShownIfTheyWereOnlyLate() {
    String key = sites.declare("image/png", PNG);

    Clock before = Clock.offset(sites.firm.clock, Duration.ofMinutes(20).minusMillis(1));
    Clock after = Clock.offset(sites.firm.clock, Duration.ofMinutes(20));
    assertThat(upload(before)).containsEntry("status", "pending");
    assertThat(upload(after))
        .containsEntry("status", "rejected")
        .containsEntry(
            "rejection", Map.of("code", "not-received", "detail", "No bytes have come."));
    assertThat(sites.confirm(key)).isEqualTo(ConfirmLogo.Outcome.GONE);
    sites.put(key, PNG);
    assertThat(sites.confirm(key)).isEqualTo(ConfirmLogo.Outcome.SHOWN);
    assertThat(sites.site().get("logoUrl")).isEqualTo(url(key));
  }

  private Map<Object, Object> upload(Clock clock) {
    Map<?, ?> setup = TestSites.first(sites.setup(sites.administrator, clock));
    return Map.copyOf((Map<?, ?>) TestSites.member(TestSites.member(setup, "logo"), "upload"));
  }

  @Test
  void aRemovedLogo_isGoneFromThePage_fromItsUrl_andFromTheBucket() {
    sites.upload("image/png", PNG);
    String key = key();
    String pending = sites.declare("image/jpeg", JPEG);

    assertThat(sites.remove(sites.administrator, sites.firm.table, sites.files).status())
        .isEqualTo(204);
    assertThat(sites.site().has("logoUrl")).isFalse();
    assertThat(sites.logo(key).problem()).isEqualTo("not-found");
    assertThat(isStored(key)).isFalse();
    assertThat(sites.logo()).isEqualTo(Map.of());
    sites.put(pending, JPEG);
    assertThat(sites.confirm(pending)).isEqualTo(ConfirmLogo.Outcome.UNWANTED);
    assertThat(isStored(pending)).isFalse();
    assertThat(sites.events())
        .containsExactlyInAnyOrder(
            changed(sites, Optional.of(key)), changed(sites, Optional.empty()));
    Map<Key, Item> before = sites.firm.table.everything();
    assertThat(sites.remove(sites.administrator, sites.firm.table, sites.files).status())
        .isEqualTo(204);
    assertThat(sites.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void onlyObjectsOfLogos_areLookedAt() {
    String key = sites.declare("image/png", PNG);
    sites.put(key, PNG);
    ConfirmLogo confirm = sites.confirm(sites.firm.table, sites.files);

    for (String other :
        List.of(
            key + "/1", "firms/" + key, "sites/x/meyer/" + TestSites.version(key), "sites/a/b/c")) {
      assertThat(confirm.handle(TestSites.created(other))).isEqualTo(ConfirmLogo.Outcome.FOREIGN);
    }
    assertThat(confirm.handle(new ObjectEvent.ObjectCreated("another", key)))
        .isEqualTo(ConfirmLogo.Outcome.FOREIGN);
    String ofAnotherSite = key.replace("/meyer/", "/another/");
    sites.put(ofAnotherSite, PNG);
    assertThat(sites.confirm(ofAnotherSite)).isEqualTo(ConfirmLogo.Outcome.UNWANTED);
    assertThat(isStored(ofAnotherSite)).isFalse();
    assertThat(isStored(key)).isTrue();
  }

  @Test
  void aRepeatedDeclaration_hasTheVersionOfTheFirst() {
    String json = TestSites.declaration("image/png", PNG);
    Object first =
        sites
            .declaring(sites.administrator, json)
            .header("idempotency-key", "k")
            .send(sites.declare(sites.firm.table))
            .get("version");
    Map<Key, Item> before = sites.firm.table.everything();

    Exchange.Answer again =
        sites
            .declaring(sites.administrator, json)
            .header("idempotency-key", "k")
            .send(sites.declare(sites.firm.table));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.get("version")).isEqualTo(first);
    Exchange.Answer other =
        sites
            .declaring(sites.administrator, TestSites.declaration("image/jpeg", JPEG))
            .header("idempotency-key", "k")
            .send(sites.declare(sites.firm.table));
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(sites.firm.table.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"size\": 0, \"contentType\": \"image/png\"",
        "{\"size\": 819201, \"contentType\": \"image/png\"",
        "{\"size\": 1, \"contentType\": \"image/gif\"",
        "{\"size\": 1, \"contentType\": \"image/svg+xml\"",
        "{\"size\": 1, \"contentType\": \"image/png; a=b\"",
        "{\"size\": 1, \"contentType\": \"image/png\", \"name\": \"logo.png\"",
      })
  void whatNoLogoCanBe_isRefusedBeforeItIsUploaded(String json) {
    String body = json + ", \"sha256\": \"" + "a".repeat(64) + "\"}";

    assertThat(
            sites
                .declaring(sites.administrator, body)
                .send(sites.declare(sites.firm.table))
                .problem())
        .isEqualTo("invalid-request");
    assertThat(sites.stored().logo().upload()).isEmpty();
  }

  @Test
  void others_changeNoLogo() {
    Map<Key, Item> before = sites.firm.table.everything();

    for (PersonId caller : List.of(sites.staff, sites.outsider)) {
      String problem = caller.equals(sites.staff) ? "permission-required" : "not-found";
      assertThat(sites.declaring(caller, "no json").send(sites.declare(sites.firm.table)).problem())
          .isEqualTo(problem);
      assertThat(sites.remove(caller, sites.firm.table, sites.files).problem()).isEqualTo(problem);
    }
    assertThat(sites.files.calls).isEmpty();
    assertThat(sites.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aLogoOfAnotherSite_isUnknown_andAnIdOfAnotherShapeToo() {
    sites.upload("image/png", PNG);
    String key = key();
    sites.firm.table.write(
        new Site(sites.firm.id, "payroll", "Payroll", sites.firm.clock.instant()).create());

    GetSiteLogoHandler handler =
        new GetSiteLogoHandler(new GetSiteLogo(sites.firm.table, sites.files));
    for (List<String> other :
        List.of(
            List.of("payroll", TestSites.version(key)),
            List.of("Meyer", TestSites.version(key)),
            List.of("meyer", "1"),
            List.of("meyer", TestSites.version(key).toUpperCase(Locale.ROOT)))) {
      assertThat(
              Exchange.of("GET", "/v1/sites/s/logo/v")
                  .path("slug", other.getFirst())
                  .path("version", other.getLast())
                  .send(handler)
                  .problem())
          .isEqualTo("not-found");
    }
  }

  @Test
  void whatChangesWhileTheBytesAreChecked_isDecidedOnAnew() {
    String key = sites.declare("image/png", PNG);
    sites.put(key, PNG);
    CallSchedule schedule =
        new CallSchedule().beforeFirstWrite(() -> sites.declare("image/jpeg", JPEG));

    assertThat(
            sites
                .confirm(schedule.around(sites.firm.table), sites.files)
                .handle(TestSites.created(key)))
        .isEqualTo(ConfirmLogo.Outcome.UNWANTED);
    assertThat(isStored(key)).isFalse();
    assertThat(sites.site().has("logoUrl")).isFalse();
  }
}
