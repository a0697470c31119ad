package clientportal.sites;

import clientportal.access.PasswordLength;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/** A site as anybody sees it, before they sign in. */
final class PublicSiteView {
  /** The first factors that the user pool takes from everybody. */
  private static final List<String> SIGN_IN = List.of("code", "password", "passkey");

  private PublicSiteView() {}

  static JsonObject of(GetSite.Found found) {
    Site site = found.site();
    Firm.Settings settings = found.firm().settings();
    return Json.object()
        .with("slug", site.slug())
        .with("name", site.name())
        .with("firmName", found.firm().name())
        .with("language", settings.language().tag())
        .with("signIn", SIGN_IN)
        .with("selfRegistration", settings.selfRegistration())
        .with(
            "password",
            Json.object()
                .with("minLength", PasswordLength.SHORTEST)
                .with("maxLength", PasswordLength.LONGEST)
                .with("classes", settings.passwordClasses()));
  }
}
