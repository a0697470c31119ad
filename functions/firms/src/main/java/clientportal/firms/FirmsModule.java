package clientportal.firms;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
final class FirmsModule {
  private final Clock clock;
  private final Table table;
  private final Access access;

  private FirmsModule(Clock clock, Table table) {
    this.clock = clock;
    this.table = table;
    this.access = new Access(table, clock);
  }

  static FirmsModule fromEnvironment() {
    return new FirmsModule(RuntimeContext.current().clock(), AwsClients.fromEnvironment().table());
  }

  CreateFirm createFirm() {
    return new CreateFirm(table, clock, new Ids(clock));
  }

  GetFirm getFirm() {
    return new GetFirm(access);
  }

  CreateStaff createStaff() {
    return new CreateStaff(access, table, new Ids(clock));
  }

  GetStaff getStaff() {
    return new GetStaff(access);
  }

  UpdateStaff updateStaff() {
    return new UpdateStaff(access, table, new Ids(clock));
  }

  UpdateFirm updateFirm() {
    return new UpdateFirm(access, table, new Ids(clock));
  }

  CreateSite createSite() {
    return new CreateSite(access, table, new Ids(clock));
  }

  ListSites listSites() {
    return new ListSites(access, table);
  }

  ListStaff listStaff() {
    return new ListStaff(access, table);
  }

  /** Only functions that show sites have the portal's address. */
  static SiteView siteView() {
    return new SiteView(Environment.current().require("PORTAL_URL"));
  }
}
