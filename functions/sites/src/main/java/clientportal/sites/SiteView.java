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

  /**
   * Returns a site.
   *
   * @param origin scheme and host by which the API was called
   */
  JsonObject of(Site site, String origin) {
    return Json.object()
        .with("slug", site.slug())
        .with("name", site.name())
        .with("displayName", site.settings().displayName())
        .with("url", url(site))
        .with("logoUrl", site.logoUrl(origin));
  }

  /** Returns the address of a site's pages. */
  String url(Site site) {
    return portalUrl + "/" + site.slug();
  }
}
