package clientportal.sites;

import clientportal.access.ids.SignInWay;
import clientportal.access.ids.SiteSettings;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/** The settings of a site as its firm's administrators see them. */
final class SiteSettingsView {
  private SiteSettingsView() {}

  static JsonObject of(SiteSettings settings) {
    return Json.object()
        .with("displayName", settings.displayName())
        .with("welcome", settings.welcome())
        .with("privacyUrl", settings.privacyUrl())
        .with("accentColor", settings.accentColor())
        .with("signIn", texts(settings.signIn()));
  }

  /** Returns ways to sign in as answers name them. */
  static List<String> texts(List<SignInWay> ways) {
    return ways.stream().map(SignInWay::text).toList();
  }
}
