package clientportal.sites;

import clientportal.access.records.Site;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * The steps in which a site is set up.
 *
 * @param origin scheme and host by which the API was called
 */
record PortalSetupView(SiteView view, String origin, boolean hasClients, Instant now) {

  JsonObject of(Site site) {
    return Json.object()
        .with("slug", site.slug())
        .with("url", view.url(site))
        .with("ready", site.isSetUp() && hasClients)
        .with(
            "steps",
            List.of(
                step("address", true, true),
                step("settings", site.isSetUp(), false),
                step("logo", site.logo().current().isPresent(), false),
                step("clients", hasClients, false)))
        .with("logo", LogoView.of(site, origin, now));
  }

  private static JsonObject step(String name, boolean done, boolean fixed) {
    return Json.object().with("step", name).with("done", done).with("fixed", fixed);
  }
}
