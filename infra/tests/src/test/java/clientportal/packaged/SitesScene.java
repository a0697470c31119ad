package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Logo;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the pages of sites look. */
record SitesScene(EventCatcher events, Office office) {
  /** One site for each change of a logo: the functions run side by side. */
  void ask() {
    Person ada = office.administrator();
    String site = site(office.slug());
    ObjectNode settings = json().put("displayName", "Recorded").put("welcome", "Good morning.");
    settings.putArray("signIn").add("code").add("passkey");
    events.request("SetSiteSettings", ada.call("PUT", site + "/settings").json(settings));
    events.request("GetSiteSettings", ada.call("GET", site + "/settings"));
    events.request("GetPortalSetup", ada.call("GET", office.path() + "/portal-setup?limit=10"));
    String version = Logo.upload(ada, site, Logo.png(20, 10));
    events.request(
        "GetSiteLogo", Portal.anonymous("GET", "/v1/sites/" + office.slug() + "/logo/" + version));
    events.request(
        "RequestLogo",
        ada.call("POST", another(ada) + "/logo").json(Logo.declaration(Logo.png(30, 10))));
    String bare = another(ada);
    Logo.upload(ada, bare, Logo.png(40, 10));
    events.request("RemoveLogo", ada.call("DELETE", bare + "/logo"));
  }

  private String site(String slug) {
    return office.path() + "/sites/" + slug;
  }

  private String another(Person ada) {
    String slug = Portal.slug();
    ada.post(office.path() + "/sites", json().put("slug", slug).put("name", "Another")).is(201);
    return site(slug);
  }
}
