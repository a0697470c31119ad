package clientportal.firms;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record FirmsModule(Access access, Table table, Ids ids, Clock clock) {
  static FirmsModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new FirmsModule(new Access(table, clock), table, new Ids(clock), clock);
  }

  CreateFirm createFirm() {
    return new CreateFirm(table, clock, ids);
  }

  GetFirm getFirm() {
    return new GetFirm(access);
  }

  CreateStaff createStaff() {
    return new CreateStaff(access, table, ids);
  }

  AppointAdministrator appointAdministrator() {
    return new AppointAdministrator(access, table, ids);
  }

  GetStaff getStaff() {
    return new GetStaff(access);
  }

  UpdateStaff updateStaff() {
    return new UpdateStaff(access, table, ids);
  }

  SetAbsence setAbsence() {
    return new SetAbsence(access, table, ids);
  }

  HandOver handOver() {
    return new HandOver(access, table, ids);
  }

  GetHandOver getHandOver() {
    return new GetHandOver(access, table);
  }

  ContinueHandOver continueHandOver() {
    return new ContinueHandOver(table, ids, clock);
  }

  UpdateFirm updateFirm() {
    return new UpdateFirm(access, table, ids);
  }

  ListDocumentTypes listDocumentTypes() {
    return new ListDocumentTypes(access);
  }

  SetDocumentTypes setDocumentTypes() {
    return new SetDocumentTypes(access, table, ids);
  }

  GetSharePolicy getSharePolicy() {
    return new GetSharePolicy(access, table);
  }

  SetSharePolicy setSharePolicy() {
    return new SetSharePolicy(access, table, ids);
  }

  ListStaff listStaff() {
    return new ListStaff(access, table);
  }
}
