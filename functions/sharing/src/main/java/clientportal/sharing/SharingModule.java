package clientportal.sharing;

import clientportal.access.Access;
import clientportal.delivery.Previews;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record SharingModule(Access access, Table table, Ids ids) {
  static SharingModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new SharingModule(new Access(table, clock), table, new Ids(clock));
  }

  /** Returns the same use cases on another table. */
  private SharingModule on(Table other) {
    return new SharingModule(new Access(other, access.clock()), other, ids);
  }

  private Previews previews() {
    return new Previews(table, access.clock());
  }

  GetFolderShares getFolderShares() {
    return new GetFolderShares(access, table);
  }

  SetFolderShares setFolderShares() {
    return new SetFolderShares(access, table, ids);
  }

  PreviewFolderShares previewFolderShares() {
    return new PreviewFolderShares(previews(), dry -> on(dry).setFolderShares());
  }

  GetDocumentShares getDocumentShares() {
    return new GetDocumentShares(access, table);
  }

  SetDocumentShares setDocumentShares() {
    return new SetDocumentShares(access, table, ids);
  }

  PreviewDocumentShares previewDocumentShares() {
    return new PreviewDocumentShares(previews(), dry -> on(dry).setDocumentShares());
  }

  ListShared listShared() {
    return new ListShared(access, table);
  }
}
