package clientportal.sites;

import clientportal.access.PasswordLength;
import clientportal.access.ids.SiteSettings;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A site as anybody sees it, before they sign in. */
final class PublicSiteView {
  private PublicSiteView() {}

  /**
   * Returns a site.
   *
   * @param origin scheme and host by which the API was called
   */
  static JsonObject of(GetSite.Found found, String origin) {
    Site site = found.site();
    SiteSettings pages = site.settings();
    Firm.Settings settings = found.firm().settings();
    return Json.object()
        .with("slug", site.slug())
        .with("name", site.name())
        .with("displayName", pages.displayName())
        .with("welcome", pages.welcome())
        .with("privacyUrl", pages.privacyUrl())
        .with("accentColor", pages.accentColor())
        .with("logoUrl", site.logoUrl(origin))
        .with("firmName", found.firm().name())
        .with("language", settings.language().tag())
        .with("signIn", SiteSettingsView.texts(pages.signIn()))
        .with("selfRegistration", settings.selfRegistration())
        .with(
            "password",
            Json.object()
                .with("minLength", PasswordLength.SHORTEST)
                .with("maxLength", PasswordLength.LONGEST)
                .with("classes", settings.passwordClasses()));
  }
}
