package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.records.Client;
import clientportal.access.records.Site;
import clientportal.platform.http.Exchange;
import clientportal.uploads.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code getPortalSetup}. */
final class PortalSetupTest {
  private static final String SETTINGS = "{\"displayName\": \"Meyer\", \"signIn\": [\"code\"]}";

  private final TestSites sites = new TestSites();

  private Map<?, ?> setup() {
    return TestSites.first(sites.setup(sites.administrator, sites.firm.clock));
  }

  private static Map<String, Object> step(String name, boolean done, boolean fixed) {
    return Map.of("step", name, "done", done, "fixed", fixed);
  }

  @Test
  void eachStep_isDoneByItself_andTheLogoIsOptional() {
    assertThat(setup())
        .isEqualTo(
            Map.of(
                "slug",
                "meyer",
                "url",
                "https://portal.test/meyer",
                "ready",
                false,
                "steps",
                List.of(
                    step("address", true, true),
                    step("settings", false, false),
                    step("logo", false, false),
                    step("clients", false, false)),
                "logo",
                Map.of()));
    sites.settings(sites.administrator, SETTINGS);
    assertThat(done()).containsExactly("address", "settings");
    assertThat(setup().get("ready")).isEqualTo(false);
    sites.firm.client(Client.Kind.CLIENT, Optional.empty());

    assertThat(done()).containsExactly("address", "settings", "clients");
    assertThat(setup().get("ready")).isEqualTo(true);
    sites.upload("image/png", Pictures.png(1, 1));
    assertThat(done()).containsExactly("address", "settings", "logo", "clients");
  }

  private List<Object> done() {
    return ((List<?>) TestSites.member(setup(), "steps"))
        .stream()
            .filter(step -> Boolean.TRUE.equals(TestSites.member(step, "done")))
            .<Object>map(step -> TestSites.member(step, "step"))
            .toList();
  }

  @Test
  void sites_areListedBySlug_pageByPage() {
    for (String slug : List.of("payroll", "books")) {
      sites.firm.table.write(
          new Site(sites.firm.id, slug, slug, sites.firm.clock.instant()).create());
    }
    GetPortalSetupHandler handler =
        new GetPortalSetupHandler(
            new GetPortalSetup(sites.firm.access(), sites.firm.table), TestSites.VIEW);
    String path = "/v1/firms/" + sites.firm.id + "/portal-setup";
    Exchange.Answer first =
        Exchange.of("GET", path)
            .as(sites.administrator.value())
            .path("firmId", sites.firm.id)
            .query("limit", "2")
            .send(handler);
    Exchange.Answer rest =
        Exchange.of("GET", path)
            .as(sites.administrator.value())
            .path("firmId", sites.firm.id)
            .query("limit", "2")
            .query("cursor", (String) first.get("nextCursor"))
            .send(handler);

    assertThat(slugs(first)).containsExactly("books", "meyer");
    assertThat(slugs(rest)).containsExactly("payroll");
    assertThat(rest.has("nextCursor")).isFalse();
  }

  private static List<Object> slugs(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(site -> ((Map<?, ?>) site).get("slug")).toList();
  }

  @Test
  void others_doNotSeeIt() {
    assertThat(sites.setup(sites.staff, sites.firm.clock).problem())
        .isEqualTo("permission-required");
    assertThat(sites.setup(sites.outsider, sites.firm.clock).problem()).isEqualTo("not-found");
  }
}
