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
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a folder of a client, open to nobody yet. */
record CreateFolder(Access access, Table table, Ids ids) {
  /** The most folders that staff create for a client; folders are never deleted. */
  static final long MOST = 10_000;

  private static final String COUNT = "count";

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
    count(client);
    Folder folder =
        Folder.create(
            new FolderPath(client, new FolderId(ids.next())), command.name(), reach.now());
    List<Write> writes = new ArrayList<>(idempotency.remember(folder.id().value(), reach.now()));
    writes.add(Write.create(folder.toItem()));
    writes.add(reach.recorder(ids).record(new FolderCreated(folder.named())));
    table.write(writes);
    return folder;
  }

  /**
   * Counts the folder before it is created, outside the transaction: folders that are created at
   * the same time would wait for each other. One that is not created after all stays counted.
   */
  private void count(ClientPath client) {
    Condition below = Condition.missing(COUNT).or(Condition.less(COUNT, MOST));
    Write.Update one = Write.update(TableKeys.folderCount(client)).add(COUNT, 1).when(below);
    if (table.update(one).isEmpty()) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "The client has %d folders, which is the most.".formatted(MOST));
    }
  }

  private Folder read(FolderPath path) {
    return table
        .read(List.of(TableKeys.folder(path)))
        .at(TableKeys.folder(path))
        .map(Folder::fromItem)
        .orElseThrow(() -> new IllegalStateException("a remembered folder is gone"));
  }
}
