package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.ShareState;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.LoggedDocument;
import clientportal.access.records.Note;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Lists the documents and the notes of a client, the newest first, each with its share state. It
 * follows the table within moments.
 */
record ListActivity(Access access, Table table) {
  Listed<JsonObject> handle(Caller caller, ClientPath client, Paging paging) {
    Reach reach = access.reach(caller, client, List.of(TableKeys.sharePolicy(client.firm())));
    reach.require(Action.WRITE_NOTES);
    Query log = Query.of(Query.Index.ACTIVITY, TableKeys.activity(client)).backwards();
    Page page = table.page(paging.apply(log));
    Items folders =
        table.read(
            page.items().stream()
                .filter(item -> !TableKeys.isNote(item.key()))
                .map(item -> TableKeys.folder(folder(item)))
                .distinct()
                .toList());
    return new Listed<>(
        page.items().stream().map(item -> view(item, folders, reach)).toList(), page);
  }

  private static FolderPath folder(Item document) {
    return TableKeys.documentOf(document.key()).folder();
  }

  private static JsonObject view(Item item, Items folders, Reach reach) {
    if (TableKeys.isNote(item.key())) {
      return view(Note.fromItem(item), reach);
    }
    Folder folder = Folder.fromItem(folders.require(TableKeys.folder(folder(item))));
    return view(LoggedDocument.fromItem(item), folder, reach);
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
