package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.Language;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GetSiteTest {
  private final TestFirm firm = new TestFirm();
  private final GetSiteHandler handler = new GetSiteHandler(new GetSite(firm.table));

  @BeforeEach
  void sites() {
    List<Write> writes = new ArrayList<>(Site.first(firm.firm).create());
    writes.addAll(new Site(firm.id, "payroll", "Payroll", TestFirm.NOW).create());
    ((Table) firm.table).write(writes);
  }

  private Exchange.Answer get(String slug) {
    return Exchange.of("GET", "/v1/sites/" + slug).path("slug", slug).send(handler);
  }

  private static Map<String, Object> site(
      String slug, String name, String language, String registration, boolean classes) {
    return Map.of(
        "slug",
        slug,
        "name",
        name,
        "displayName",
        name,
        "firmName",
        "Meyer & Søn",
        "language",
        language,
        "signIn",
        List.of("code", "password", "passkey"),
        "selfRegistration",
        registration,
        "password",
        Map.of("minLength", 12L, "maxLength", 256L, "classes", classes));
  }

  @Test
  void aSite_isShownToAnybody() {
    Exchange.Answer answer = get("meyer");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(site("meyer", "Meyer & Søn", "en", "create", false));
  }

  @Test
  void anotherSite_hasItsOwnName_andTheSettingsOfTheFirm() {
    Firm.Settings before = firm.firm.settings();
    Firm strict =
        firm.firm.withDetails(
            "Meyer & Søn",
            new Firm.Settings(
                before.digestMinutes(),
                "off",
                before.timeZone(),
                Language.GERMAN,
                true,
                before.secondFactor(),
                before.notes(),
                before.replyTo(),
                before.mailTimes(),
                before.reminders(),
                before.deliveries()));
    ((Table) firm.table).write(List.of(strict.saveDetails()));

    assertThat(get("payroll").body()).contains(site("payroll", "Payroll", "de", "off", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "ab", "-meyer", "Meyer", "mey er", "a%00b", "x"})
  void anUnknownSlug_andOneOfAnotherShape_getTheSameAnswer(String slug) {
    assertThat(get(slug).problem()).isEqualTo("not-found");
    assertThat(get(slug.repeat(300)).problem()).isEqualTo("not-found");
  }
}
