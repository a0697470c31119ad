package clientportal.folders;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.FolderCount;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a folder of a client, open to nobody yet. */
record CreateFolder(Access access, Table table, Ids ids) {
  Folder handle(Caller caller, ClientPath client, Body<NewFolder> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Folder attempt(
      Caller caller, ClientPath client, Body<NewFolder> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, client, idempotency.keys());
    reach.require(Action.CREATE_FOLDER);
    NewFolder command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return read(new FolderPath(client, new FolderId(earlier.get())));
    }
    FolderCount.add(client, table);
    Folder folder =
        Folder.create(
            new FolderPath(client, new FolderId(ids.next())), command.name(), reach.now());
    List<Write> writes = new ArrayList<>(idempotency.remember(folder.id().value(), reach.now()));
    writes.add(Write.create(folder.toItem()));
    writes.add(reach.recorder(ids).record(new FolderCreated(folder.named())));
    table.write(writes);
    return folder;
  }

  private Folder read(FolderPath path) {
    return table
        .read(List.of(TableKeys.folder(path)))
        .at(TableKeys.folder(path))
        .map(Folder::fromItem)
        .orElseThrow(() -> new IllegalStateException("a remembered folder is gone"));
  }
}
