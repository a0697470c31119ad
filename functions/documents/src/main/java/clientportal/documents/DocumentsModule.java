package clientportal.documents;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.Surroundings;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
final class DocumentsModule {
  private final Clock clock;
  private final Table table;
  private final Access access;

  private DocumentsModule(Clock clock, Table table) {
    this.clock = clock;
    this.table = table;
    this.access = new Access(table, clock);
  }

  static DocumentsModule fromEnvironment() {
    return new DocumentsModule(
        Surroundings.current().clock(), AwsClients.fromEnvironment().table());
  }

  CreateFolder createFolder() {
    return new CreateFolder(access, table, new Ids(clock));
  }
}
