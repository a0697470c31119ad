package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentRenamed;
import clientportal.access.events.EventData.DocumentRestored;
import clientportal.access.events.EventData.DocumentTypeChanged;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renames, archives or restores a document, or gives it a type; its rows in the feeds change in the
 * same transaction. Documents of an archived folder cannot be changed.
 */
record UpdateDocument(Access access, Table table, Ids ids) {
  DocumentView handle(
      Caller caller, DocumentPath path, Body<DocumentPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private DocumentView attempt(
      Caller caller, DocumentPath path, Body<DocumentPatch> body, Precondition precondition) {
    FirmId firm = path.client().firm();
    ReachedDocument reached =
        ReachedDocument.require(
            access,
            caller,
            path,
            Action.CHANGE,
            DocumentTypes.keys(firm, body.ifValid().flatMap(DocumentPatch::given)));
    Reach reach = reached.reach();
    DocumentPatch patch = body.read();
    precondition.check(reached.revision());
    Document before = reached.requireAvailable();
    Document after = patch.applyTo(before);
    if (after.equals(before)) {
      return DocumentView.of(reached.item(), reach);
    }
    if (!after.type().equals(before.type())) {
      DocumentTypes.requireGiven(firm, after.type(), reach.items());
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
    if (!after.type().equals(before.type())) {
      events.add(new DocumentTypeChanged(document, after.type()));
    }
    if (after.archived() != before.archived()) {
      events.add(
          after.archived() ? new DocumentArchived(document) : new DocumentRestored(document));
    }
    return events.build();
  }
}
