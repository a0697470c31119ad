package clientportal.sites;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import clientportal.uploads.S3Bucket;
import clientportal.uploads.S3FileUrls;
import clientportal.uploads.StoredFiles;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
final class SitesModule {
  private final AwsClients aws = AwsClients.fromEnvironment();
  private final Clock clock = RuntimeContext.current().clock();
  private final Ids ids = new Ids(clock);
  private final Table table = aws.table();
  private final Access access = new Access(table, clock);

  private SitesModule() {}

  static SitesModule fromEnvironment() {
    return new SitesModule();
  }

  CreateSite createSite() {
    return new CreateSite(access, table, ids);
  }

  ListSites listSites() {
    return new ListSites(access, table);
  }

  GetSite getSite() {
    return new GetSite(table);
  }

  GetSiteSettings getSiteSettings() {
    return new GetSiteSettings(access);
  }

  SetSiteSettings setSiteSettings() {
    return new SetSiteSettings(access, table, ids);
  }

  RequestLogo requestLogo() {
    return new RequestLogo(access, table, S3FileUrls.of(aws, bucketName()), ids);
  }

  RemoveLogo removeLogo() {
    return new RemoveLogo(access, table, files(), ids);
  }

  ConfirmLogo confirmLogo() {
    return new ConfirmLogo(access, table, files(), bucketName(), ids);
  }

  GetSiteLogo getSiteLogo() {
    return new GetSiteLogo(table, files());
  }

  GetPortalSetup getPortalSetup() {
    return new GetPortalSetup(access, table);
  }

  /** Only functions that show sites to staff have the portal's address. */
  static SiteView siteView() {
    return new SiteView(Environment.current().require("PORTAL_URL"));
  }

  private StoredFiles files() {
    return S3Bucket.of(aws, bucketName()).files();
  }

  private static String bucketName() {
    return Environment.current().require("BUCKET_NAME");
  }
}
