package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentRenamed;
import clientportal.access.events.EventData.DocumentRestored;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.Details;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renames, archives or restores a document; its rows in the feeds change in the same transaction.
 * Documents of an archived folder cannot be changed.
 */
record UpdateDocument(Access access, Table table, Ids ids) {
  DocumentView handle(
      Caller caller, DocumentPath path, Body<DetailsPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private DocumentView attempt(
      Caller caller, DocumentPath path, Body<DetailsPatch> body, Precondition precondition) {
    ReachedDocument reached =
        ReachedDocument.require(access, caller, path, Action.CHANGE, List.of());
    Reach reach = reached.reach();
    DetailsPatch patch = body.read();
    precondition.check(reached.revision());
    Document before = reached.requireAvailable();
    Details changed = patch.apply(before.details());
    Document after = before.withDetails(changed);
    if (changed.equals(before.details())) {
      return DocumentView.of(reached.item(), reach);
    }
    reach.folder().requireLive();
    List<Write> writes = before.change(after);
    happened(before, after, reach.folder().named())
        .map(reach.recorder(ids)::record)
        .forEach(writes::add);
    table.write(writes);
    return DocumentView.of(after.toItem(), reach);
  }

  private static Stream<EventData> happened(Document before, Document after, NamedFolder folder) {
    NamedDocument document = after.named(folder);
    Stream.Builder<EventData> events = Stream.builder();
    if (!after.name().equals(before.name())) {
      events.add(new DocumentRenamed(document, before.name()));
    }
    if (after.archived() != before.archived()) {
      events.add(
          after.archived() ? new DocumentArchived(document) : new DocumentRestored(document));
    }
    return events.build();
  }
}
