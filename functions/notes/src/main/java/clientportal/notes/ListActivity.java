package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.ShareState;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.GroupNote;
import clientportal.access.records.LoggedDocument;
import clientportal.access.records.Note;
import clientportal.access.records.Participant;
import clientportal.access.records.Participation;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Lists the documents, notes and group notes of a client, the newest first, each with its share
 * state. It follows the table within moments.
 */
record ListActivity(Access access, Table table) {
  Listed<JsonObject> handle(Caller caller, ClientPath client, Paging paging) {
    Reach reach = access.reach(caller, client, List.of(TableKeys.sharePolicy(client.firm())));
    reach.require(Action.WRITE_NOTES);
    Query log = Query.of(Query.Index.ACTIVITY, TableKeys.activity(client)).backwards();
    Page page = table.page(paging.apply(log));
    Items others =
        table.read(page.items().stream().flatMap(item -> other(item).stream()).distinct().toList());
    return new Listed<>(
        page.items().stream().map(item -> view(item, others, reach)).toList(), page);
  }

  /** Returns the key of the folder of a document, or of the group note of a participant. */
  private static Optional<Key> other(Item item) {
    if (TableKeys.isNote(item.key())) {
      return Optional.empty();
    }
    return Optional.of(
        TableKeys.isParticipant(item.key())
            ? TableKeys.groupNote(TableKeys.participantOf(item.key()).group())
            : TableKeys.folder(TableKeys.documentOf(item.key()).folder()));
  }

  private static JsonObject view(Item item, Items others, Reach reach) {
    return other(item)
        .map(others::require)
        .map(other ->
            TableKeys.isParticipant(item.key())
                ? view(
                    new Participation(Participant.fromItem(item), GroupNote.fromItem(other)), reach)
                : view(LoggedDocument.fromItem(item), Folder.fromItem(other), reach))
        .orElseGet(() -> view(Note.fromItem(item), reach));
  }

  private static JsonObject view(Participation participation, Reach reach) {
    GroupNote note = participation.group();
    return Json.object()
        .with("kind", "group-note")
        .with("noteId", note.id().value())
        .with("name", note.name())
        .with("at", note.createdAt())
        .with("by", NoteView.by(note.by()))
        .with("documentType", note.documentType().map(DocumentTypeId::value))
        .with("shareState", reach.shareState(participation).text())
        .with("archived", note.archived());
  }

  private static JsonObject view(Note note, Reach reach) {
    return Json.object()
        .with("kind", "note")
        .with("noteId", note.id().value())
        .with("name", note.name())
        .with("documentType", note.documentType().map(DocumentTypeId::value))
        .with("at", note.createdAt())
        .with("by", NoteView.by(note.by()))
        .with("shareState", reach.shareState(note).text())
        .with("archived", note.archived());
  }

  private static JsonObject view(LoggedDocument document, Folder folder, Reach reach) {
    ShareState state =
        folder
            .grants()
            .and(document.grants())
            .under(reach.policy(), document.documentType())
            .state(reach.now());
    return Json.object()
        .with("kind", "document")
        .with("folderId", folder.id().value())
        .with("documentId", document.path().document().value())
        .with("name", document.name())
        .with("documentType", document.documentType().map(DocumentTypeId::value))
        .with("at", document.at())
        .with("by", NoteView.by(document.by()))
        .with("shareState", state.text())
        .with("archived", document.archived());
  }
}
