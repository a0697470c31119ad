package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.keys.FirmPath;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.uploads.Pictures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module while others do the same, or the same request runs twice: it answers
 * as before that or as after it, and a repeated request has the result of the first.
 */
final class SiteInterleavingsTest {
  private static final byte[] SHOWN = Pictures.png(1, 1);
  private static final byte[] AWAITED = Pictures.jpeg(2, 2);

  /** A site with a logo, and another one whose bytes have just come. */
  private static final class World {
    final TestSites sites = new TestSites();
    final String shown = sites.declare("image/png", SHOWN);
    final String awaited;

    World() {
      sites.put(shown, SHOWN);
      sites.confirm(shown);
      awaited = sites.declare("image/jpeg", AWAITED);
      sites.put(awaited, AWAITED);
    }

    Access access(Table table) {
      return new Access(table, sites.firm.clock);
    }

    Exchange to(String method, String place) {
      return Exchange.of(method, new FirmPath(sites.firm.id) + place)
          .as(sites.administrator.value())
          .path("firmId", sites.firm.id);
    }

    String createSite(Table table) {
      return answer(
          to("POST", "/sites")
              .header("idempotency-key", "k")
              .json("{\"slug\": \"payroll\", \"name\": \"Payroll\"}")
              .send(
                  new CreateSiteHandler(
                      new CreateSite(access(table), table, sites.firm.ids), TestSites.VIEW)));
    }

    String listSites(Table table) {
      return answer(
          to("GET", "/sites")
              .send(new ListSitesHandler(new ListSites(access(table), table), TestSites.VIEW)));
    }

    String getSite(Table table) {
      return answer(
          Exchange.of("GET", "/v1/sites/meyer")
              .path("slug", "meyer")
              .send(new GetSiteHandler(new GetSite(table))));
    }

    String getSettings(Table table) {
      return answer(
          sites
              .to("GET", sites.administrator, "/settings")
              .send(new GetSiteSettingsHandler(new GetSiteSettings(access(table)))));
    }

    String setSettings(Table table, String name) {
      return answer(
          sites
              .to("PUT", sites.administrator, "/settings")
              .json("{\"displayName\": \"%s\", \"signIn\": [\"code\"]}".formatted(name))
              .send(sites.set(table)));
    }

    String requestLogo(Table table) {
      return answer(
          sites
              .declaring(sites.administrator, TestSites.declaration("image/png", SHOWN))
              .header("idempotency-key", "k")
              .send(sites.declare(table)));
    }

    String confirmLogo(Table table) {
      return sites.confirm(table, sites.files).handle(TestSites.created(awaited)).text();
    }

    String removeLogo(Table table) {
      return answer(sites.remove(sites.administrator, table, sites.files));
    }

    String getLogo(Table table) {
      return String.valueOf(
          Exchange.of("GET", "/v1/sites/meyer/logo/v")
              .path("slug", "meyer")
              .path("version", TestSites.version(shown))
              .send(new GetSiteLogoHandler(new GetSiteLogo(table, sites.files)))
              .status());
    }

    String getSetup(Table table) {
      return answer(
          to("GET", "/portal-setup")
              .send(
                  new GetPortalSetupHandler(
                      new GetPortalSetup(access(table), table), TestSites.VIEW)));
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put("CreateSite", World::createSite);
    all.put("ListSites", World::listSites);
    all.put("GetSite", World::getSite);
    all.put("GetSiteSettings", World::getSettings);
    all.put("SetSiteSettings", (world, table) -> world.setSettings(table, "Meyer"));
    all.put("RequestLogo", World::requestLogo);
    all.put("ConfirmLogo", World::confirmLogo);
    all.put("RemoveLogo", World::removeLogo);
    all.put("GetSiteLogo", World::getLogo);
    all.put("GetPortalSetup", World::getSetup);
    return all;
  }

  private static void check(Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(World::new, here -> here.sites.firm.table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet()).isEqualTo(UseCases.of(GetSiteHandler.class));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.createSite(world.sites.firm.table));
    check(world -> world.requestLogo(world.sites.firm.table));
    check(world -> world.confirmLogo(world.sites.firm.table));
  }

  @Test
  void whileOthersChangeTheSite() {
    check(world -> world.setSettings(world.sites.firm.table, "Other"));
    check(world -> world.removeLogo(world.sites.firm.table));
    check(world -> {
      world.requestLogo(world.sites.firm.table);
      world.setSettings(world.sites.firm.table, "Other");
    });
  }
}
