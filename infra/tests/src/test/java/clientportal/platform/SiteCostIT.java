package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Logo;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What the actions on a site's pages cost, as {@code infra/COSTS.md} says. */
@OnFullStack
final class SiteCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  private final Office office = Office.open(NAME, true);
  private final Person administrator = office.administrator();
  private final String site = office.path() + "/sites/" + office.slug();

  @Test
  void settings_andTheSetup() {
    ObjectNode settings = json().put("displayName", NAME).put("accentColor", "#0b5fff");
    settings.putArray("signIn").add("code").add("password").add("passkey");

    Cost.within("setSiteSettings", () -> administrator.put(site + "/settings", settings).is(200));
    Cost.within("getSiteSettings", () -> administrator.get(site + "/settings").is(200));
    office.client(NAME);
    Cost.within("getPortalSetup", () -> administrator.get(office.path() + "/portal-setup").is(200));
  }

  @Test
  void aLogo_fromItsDeclarationToItsEnd() {
    File logo = Logo.png(1000, 300);
    Answer[] declared = new Answer[1];

    Cost.within(
        "requestLogo",
        () ->
            declared[0] =
                administrator
                    .call("POST", site + "/logo")
                    .header("Idempotency-Key", Portal.slug())
                    .json(Logo.declaration(logo))
                    .send()
                    .is(201));
    Cost.within(
        "confirmLogo",
        () -> {
          File.put(declared[0], logo.bytes()).is(200);
          Portal.settle();
        });
    String path = "/v1/sites/" + office.slug() + "/logo/" + declared[0].text("version");
    Cost.within("getSiteLogo", () -> Portal.anonymous("GET", path).send().is(200));
    Cost.within("removeLogo", () -> administrator.delete(site + "/logo").is(204));
    Cost.within(
        "confirmLogo: that rejects", () -> Logo.upload(administrator, site, Logo.png(1001, 1)));
  }
}
