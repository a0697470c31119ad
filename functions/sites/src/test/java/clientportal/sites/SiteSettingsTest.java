package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData.SiteSettingsSet;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.SignInWay;
import clientportal.access.ids.SiteSettings;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code getSiteSettings} and {@code setSiteSettings}. */
final class SiteSettingsTest {
  private static final String ALL =
      """
      {"displayName": "Meyer, Steuern", "welcome": "Guten Tag.\\nHier ist alles.",
       "privacyUrl": "https://meyer.test/privacy?a=b#c", "accentColor": "#0B5fff",
       "signIn": ["passkey", "code"]}\
      """;
  private static final String LEAST = "{\"displayName\": \"Meyer\", \"signIn\": [\"password\"]}";

  private final TestSites sites = new TestSites();

  @Test
  void aNewSite_showsItsName_andOffersEveryWayToSignIn() {
    Exchange.Answer answer = sites.settings(sites.administrator);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"0\"");
    assertThat(answer.body())
        .contains(
            Map.of("displayName", "Meyer & Søn", "signIn", List.of("code", "password", "passkey")));
    assertThat(sites.stored().isSetUp()).isFalse();
  }

  @Test
  void whatAnAdministratorSaves_isShownToEverybody_andRecorded() {
    Exchange.Answer answer = sites.settings(sites.administrator, ALL);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(sites.settings(sites.administrator).body()).isEqualTo(answer.body());
    SiteSettings saved =
        new SiteSettings(
            "Meyer, Steuern",
            Optional.of("Guten Tag.\nHier ist alles."),
            Optional.of("https://meyer.test/privacy?a=b#c"),
            Optional.of("#0B5fff"),
            List.of(SignInWay.PASSKEY, SignInWay.CODE));
    assertThat(sites.stored().settings()).isEqualTo(saved);
    assertThat(sites.stored().isSetUp()).isTrue();
    assertThat(sites.events()).containsExactly(new SiteSettingsSet(sites.firm.id, "meyer", saved));
    Exchange.Answer shown = sites.site();
    assertThat(shown.get("displayName")).isEqualTo("Meyer, Steuern");
    assertThat(shown.get("name")).isEqualTo("Meyer & Søn");
    assertThat(shown.get("welcome")).isEqualTo("Guten Tag.\nHier ist alles.");
    assertThat(shown.get("privacyUrl")).isEqualTo("https://meyer.test/privacy?a=b#c");
    assertThat(shown.get("accentColor")).isEqualTo("#0B5fff");
    assertThat(shown.get("signIn")).isEqualTo(List.of("passkey", "code"));
  }

  @Test
  void whatIsLeftOut_isGone_andTheSameAgainChangesNothing() {
    sites.settings(sites.administrator, ALL);
    Exchange.Answer answer = sites.settings(sites.administrator, LEAST);
    Map<Key, Item> before = sites.firm.table.everything();

    assertThat(answer.body())
        .contains(Map.of("displayName", "Meyer", "signIn", List.of("password")));
    Exchange.Answer again = sites.settings(sites.administrator, LEAST);
    assertThat(again.headers()).containsEntry("etag", "\"2\"");
    assertThat(sites.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whatIsSavedAsItWas_countsAsSaved() {
    sites.settings(
        sites.administrator,
        "{\"displayName\": \"Meyer & Søn\", \"signIn\": [\"code\", \"password\", \"passkey\"]}");

    assertThat(sites.stored().isSetUp()).isTrue();
  }

  @Test
  void whoeverHasSeenOlderSettings_isRefused() {
    sites.settings(sites.administrator, ALL);

    for (String etag : List.of("\"0\"", "\"2\"")) {
      Exchange.Answer late =
          sites
              .to("PUT", sites.administrator, "/settings")
              .header("if-match", etag)
              .json(LEAST)
              .send(sites.set(sites.firm.table));
      assertThat(late.problem()).isEqualTo("precondition-failed");
    }
    Exchange.Answer inTime =
        sites
            .to("PUT", sites.administrator, "/settings")
            .header("if-match", "\"1\"")
            .json(LEAST)
            .send(sites.set(sites.firm.table));
    assertThat(inTime.headers()).containsEntry("etag", "\"2\"");
  }

  @Test
  void aLogoThatArrivesMeanwhile_isNoConflict() {
    CallSchedule schedule =
        new CallSchedule().beforeFirstWrite(() -> sites.declare("image/png", new byte[] {1}));

    Exchange.Answer answer =
        sites
            .to("PUT", sites.administrator, "/settings")
            .header("if-match", "\"0\"")
            .json(ALL)
            .send(sites.set(schedule.around(sites.firm.table)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(sites.stored().logo().upload()).isPresent();
    assertThat(sites.stored().settings().displayName()).isEqualTo("Meyer, Steuern");
  }

  @Test
  void allFaults_areReportedAtOnce() {
    Exchange.Answer answer =
        sites.settings(
            sites.administrator,
            """
            {"displayName": " ", "welcome": "", "privacyUrl": "http://meyer.test",
             "accentColor": "blue", "signIn": ["code", "code", "sms"], "slug": "other"}\
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(((List<?>) answer.get("errors")).stream().map(SiteSettingsTest::fault))
        .containsExactlyInAnyOrder(
            "/displayName format",
            "/welcome length",
            "/privacyUrl format",
            "/accentColor format",
            "/signIn/1 duplicate",
            "/signIn/2 enum",
            "/slug unknown");
    assertThat(sites.stored().isSetUp()).isFalse();
  }

  private static Object fault(Object fault) {
    return ((Map<?, ?>) fault).get("pointer") + " " + ((Map<?, ?>) fault).get("code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"signIn\": []",
        "\"signIn\": [\"code\", \"password\", \"passkey\", \"code\"]",
        "\"signIn\": [\"code\"], \"privacyUrl\": \"javascript:alert(1)\"",
        "\"signIn\": [\"code\"], \"privacyUrl\": \"https://\"",
        "\"signIn\": [\"code\"], \"privacyUrl\": \"https://a@meyer.test\"",
        "\"signIn\": [\"code\"], \"privacyUrl\": \"https://meyer.test/ä\"",
        "\"signIn\": [\"code\"], \"privacyUrl\": \"https://meyer.test/a b\"",
        "\"signIn\": [\"code\"], \"accentColor\": \"#0b5ff\"",
        "\"signIn\": [\"code\"], \"accentColor\": \"#0b5fff;\"",
        "\"signIn\": [\"code\"], \"welcome\": null",
      })
  void whatPagesCouldNotShow_isRefused(String settings) {
    String json = "{\"displayName\": \"Meyer\", " + settings + "}";

    assertThat(sites.settings(sites.administrator, json).status()).isEqualTo(400);
  }

  @Test
  void theLongestTexts_areTaken_andNoLongerOnes() {
    String json =
        "{\"displayName\": \"%s\", \"welcome\": \"%s\", \"signIn\": [\"code\"]}"
            .formatted("N".repeat(120), "W".repeat(1000));

    assertThat(sites.settings(sites.administrator, json).status()).isEqualTo(200);
    assertThat(sites.settings(sites.administrator, json.replace("WW", "WWW")).status())
        .isEqualTo(400);
    assertThat(sites.settings(sites.administrator, json.replace("NN", "NNN")).status())
        .isEqualTo(400);
  }

  @Test
  void others_areRefusedBeforeTheBodyIsRead() {
    Map<Key, Item> before = sites.firm.table.everything();

    for (PersonId caller : List.of(sites.staff, sites.outsider)) {
      String problem = caller.equals(sites.staff) ? "permission-required" : "not-found";
      assertThat(sites.settings(caller, "no json").problem()).isEqualTo(problem);
      assertThat(sites.settings(caller).problem()).isEqualTo(problem);
    }
    Exchange unknown =
        sites.to("PUT", sites.administrator, "/settings").path("slug", "another").json(ALL);
    assertThat(unknown.send(sites.set(sites.firm.table)).problem()).isEqualTo("not-found");
    assertThat(sites.firm.table.everything()).isEqualTo(before);
  }
}
