package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Site;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
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
  private static final SiteView VIEW = new SiteView("https://portal.test");

  private static final class World {
    final TestFirm firm = new TestFirm();
    final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);

    World() {
      firm.table.write(Site.first(firm.firm).create());
    }

    Access access(Table table) {
      return new Access(table, firm.clock);
    }

    Exchange to(String method, String path) {
      return Exchange.of(method, new FirmPath(firm.id) + path)
          .as(administrator.value())
          .path("firmId", firm.id);
    }

    String createSite(Table table) {
      return answer(
          to("POST", "/sites")
              .header("idempotency-key", "k")
              .json("{\"slug\": \"payroll\", \"name\": \"Payroll\"}")
              .send(new CreateSiteHandler(new CreateSite(access(table), table, firm.ids), VIEW)));
    }

    String listSites(Table table) {
      return answer(
          to("GET", "/sites")
              .send(new ListSitesHandler(new ListSites(access(table), table), VIEW)));
    }

    String getSite(Table table) {
      return answer(
          Exchange.of("GET", "/v1/sites/meyer")
              .path("slug", firm.firm.slug())
              .send(new GetSiteHandler(new GetSite(table))));
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
    return all;
  }

  private static void check(Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(World::new, here -> here.firm.table, List.of(others));
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
    check(world -> world.createSite(world.firm.table));
  }
}
