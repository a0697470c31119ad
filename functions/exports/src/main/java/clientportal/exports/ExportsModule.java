package clientportal.exports;

import clientportal.access.Access;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record ExportsModule(Access access, Table table) {
  static ExportsModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new ExportsModule(new Access(table, clock), table);
  }

  ExportEngagement exportEngagement() {
    return new ExportEngagement(access, table);
  }
}
