package clientportal.sites;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
final class SitesModule {
  private final AwsClients aws = AwsClients.fromEnvironment();
  private final Clock clock = RuntimeContext.current().clock();
  private final Table table = aws.table();
  private final Access access = new Access(table, clock);

  private SitesModule() {}

  static SitesModule fromEnvironment() {
    return new SitesModule();
  }

  CreateSite createSite() {
    return new CreateSite(access, table, new Ids(clock));
  }

  ListSites listSites() {
    return new ListSites(access, table);
  }

  GetSite getSite() {
    return new GetSite(table);
  }

  /** Only functions that show sites to staff have the portal's address. */
  static SiteView siteView() {
    return new SiteView(Environment.current().require("PORTAL_URL"));
  }
}
