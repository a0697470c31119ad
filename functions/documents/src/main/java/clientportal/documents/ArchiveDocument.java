package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Details;
import clientportal.platform.Ids;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;

/**
 * Archives a document. Staff may; whoever uploaded it may withdraw it in this way until somebody of
 * the firm has opened it, and the client's team is notified.
 */
record ArchiveDocument(Access access, Table table, Ids ids) {
  void handle(Caller caller, DocumentPath path, Precondition precondition) {
    Attempts.run(() -> attempt(caller, path, precondition));
  }

  private Document attempt(Caller caller, DocumentPath path, Precondition precondition) {
    Key opened = Downloads.key(path);
    Key client = TableKeys.client(path.folder().client());
    ReachedDocument reached =
        ReachedDocument.require(access, caller, path, Action.READ, List.of(opened, client));
    Reach reach = reached.reach();
    reach.requireArchiving(reached.declaredBy(), reach.items().at(opened).isPresent());
    precondition.check(reached.revision());
    Document before = reached.requireAvailable();
    if (before.archived()) {
      return before;
    }
    reach.folder().requireLive();
    Document after = before.withDetails(new Details(before.name(), true), before.type());
    List<Write> writes = before.change(after);
    if (reach.staff().isPresent()) {
      writes.add(
          reach.recorder(ids).record(new DocumentArchived(after.named(reach.folder().named()))));
    } else {
      writes.add(Write.check(opened, Condition.absent()));
      writes.add(
          reach
              .recorder(ids)
              .record(
                  new DocumentWithdrawn(
                      after.named(reach.folder().named()),
                      Client.fromItem(reach.item(client)).team())));
    }
    table.write(writes);
    return after;
  }
}
