package clientportal.folders;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record FoldersModule(Table table, Access access, Ids ids) {
  static FoldersModule fromEnvironment() {
    Table table = AwsClients.fromEnvironment().table();
    Clock clock = RuntimeContext.current().clock();
    return new FoldersModule(table, new Access(table, clock), new Ids(clock));
  }

  CreateFolder createFolder() {
    return new CreateFolder(access, table, ids);
  }

  GetFolder getFolder() {
    return new GetFolder(access);
  }

  ListFolders listFolders() {
    return new ListFolders(access, table);
  }

  UpdateFolder updateFolder() {
    return new UpdateFolder(access, table, ids);
  }
}
