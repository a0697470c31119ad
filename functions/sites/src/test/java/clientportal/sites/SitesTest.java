package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Site;
import clientportal.platform.CallSchedule;
import clientportal.platform.Ids;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code createSite} and {@code listSites}. */
final class SitesTest {
  private static final SiteView VIEW = new SiteView("https://portal.test");
  private static final String PAYROLL = "{\"slug\": \"payroll\", \"name\": \"Payroll\"}";

  private final TestFirm firm = new TestFirm();
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final CreateSiteHandler handler = handler(firm.table);
  private final ListSitesHandler list =
      new ListSitesHandler(new ListSites(firm.access(), firm.table), VIEW);

  SitesTest() {
    firm.table.write(Site.first(firm.firm).create());
  }

  private CreateSiteHandler handler(Table table) {
    return new CreateSiteHandler(new CreateSite(firm.access(), table, firm.ids), VIEW);
  }

  private static Exchange of(TestFirm of, String method, PersonId caller) {
    return Exchange.of(method, new FirmPath(of.id) + "/sites")
        .as(caller.value())
        .path("firmId", of.id);
  }

  private Exchange post(PersonId caller, String json) {
    return of(firm, "POST", caller).json(json);
  }

  private static List<Object> slugs(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(site -> ((Map<?, ?>) site).get("slug")).toList();
  }

  @Test
  void anAdministrator_createsAnotherSite_andStaffSeeItInTheList() {
    Exchange.Answer created = post(administrator, PAYROLL).send(handler);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.headers()).containsEntry("location", new FirmPath(firm.id) + "/sites");
    assertThat(created.body())
        .contains(
            Map.of(
                "slug",
                "payroll",
                "name",
                "Payroll",
                "displayName",
                "Payroll",
                "url",
                "https://portal.test/payroll"));
    Exchange.Answer listed = of(firm, "GET", staff).send(list);
    assertThat(((List<?>) listed.get("items")).stream().<Object>map(site -> site))
        .containsExactlyInAnyOrder(
            created.body().orElseThrow(),
            Map.of(
                "slug",
                "meyer",
                "name",
                "Meyer & Søn",
                "displayName",
                "Meyer & Søn",
                "url",
                "https://portal.test/meyer"));
  }

  @Test
  void sites_areListedNewestFirst_pageByPage() {
    for (int i = 1; i <= 3; i++) {
      Clock later = Clock.offset(firm.clock, Duration.ofMinutes(i));
      firm.table.write(new Site(firm.id, "site-" + i, "Site", later.instant()).create());
    }

    Exchange.Answer first = of(firm, "GET", staff).query("limit", "3").send(list);
    assertThat(slugs(first)).containsExactly("site-3", "site-2", "site-1");
    Exchange.Answer rest =
        of(firm, "GET", staff)
            .query("limit", "3")
            .query("cursor", (String) first.get("nextCursor"))
            .send(list);
    assertThat(slugs(rest)).containsExactly("meyer");
    assertThat(rest.has("nextCursor")).isFalse();
    assertThat(of(firm, "GET", staff).query("limit", "0").send(list).status()).isEqualTo(400);
  }

  @Test
  void aSlug_isUniqueAcrossFirms_evenIfAnotherFirmTakesItConcurrently() {
    TestFirm other = new TestFirm(firm.table);
    PersonId otherAdministrator = other.staff(Role.ADMINISTRATOR, false);
    Runnable takeSlug =
        () ->
            of(other, "POST", otherAdministrator)
                .json(PAYROLL)
                .send(
                    new CreateSiteHandler(
                        new CreateSite(other.access(), firm.table, new Ids(firm.clock)), VIEW));

    Exchange.Answer late =
        post(administrator, PAYROLL)
            .send(handler(new CallSchedule().beforeFirstWrite(takeSlug).around(firm.table)));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("slug-taken");
    Map<Key, Item> before = firm.table.everything();
    assertThat(post(administrator, PAYROLL).send(handler).problem()).isEqualTo("slug-taken");
    assertThat(post(administrator, PAYROLL.replace("payroll", "meyer")).send(handler).problem())
        .isEqualTo("slug-taken");
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(slugs(of(firm, "GET", staff).send(list))).containsExactly("meyer");
  }

  @Test
  void aRepeatedRequest_hasTheResultOfTheFirst_andAnotherBodyIsRefused() {
    Exchange.Answer first =
        post(administrator, PAYROLL).header("idempotency-key", "k").send(handler);
    Exchange.Answer again =
        post(administrator, PAYROLL).header("idempotency-key", "k").send(handler);
    Exchange.Answer other =
        post(administrator, PAYROLL.replace("Payroll", "Wages"))
            .header("idempotency-key", "k")
            .send(handler);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void unauthorizedCallers_areRefusedBeforeTheBodyIsRead_andAllFaultsAreReportedAtOnce() {
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(staff, "not json").send(handler).problem()).isEqualTo("permission-required");
    assertThat(post(outsider, PAYROLL).send(handler).problem()).isEqualTo("not-found");
    assertThat(of(firm, "GET", outsider).send(list).problem()).isEqualTo("not-found");
    Exchange.Answer faulty =
        post(administrator, "{\"slug\": \"-A\", \"url\": \"x\"}").send(handler);
    assertThat((List<?>) faulty.get("errors")).hasSize(3);
    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
