package clientportal.sharing;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
final class SharingModule {
  private final Clock clock;
  private final Table table;
  private final Access access;

  private SharingModule(Clock clock, Table table) {
    this.clock = clock;
    this.table = table;
    this.access = new Access(table, clock);
  }

  static SharingModule fromEnvironment() {
    return new SharingModule(
        RuntimeContext.current().clock(), AwsClients.fromEnvironment().table());
  }

  GetFolderShares getFolderShares() {
    return new GetFolderShares(access, new Contacts(table));
  }

  SetFolderShares setFolderShares() {
    return new SetFolderShares(access, table, new Ids(clock));
  }

  GetDocumentShares getDocumentShares() {
    return new GetDocumentShares(access, table);
  }

  SetDocumentShares setDocumentShares() {
    return new SetDocumentShares(access, table, new Ids(clock));
  }

  ListShared listShared() {
    return new ListShared(access, table);
  }
}
