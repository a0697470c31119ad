package clientportal.sites;

import clientportal.access.records.Site;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/**
 * A site as the firm's staff see it.
 *
 * @param portalUrl the address of the portal's pages, without a slash at the end
 */
record SiteView(String portalUrl) {

  JsonObject of(Site site) {
    return Json.object()
        .with("slug", site.slug())
        .with("name", site.name())
        .with("url", portalUrl + "/" + site.slug());
  }
}
