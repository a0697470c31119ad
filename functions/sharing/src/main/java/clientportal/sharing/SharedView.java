package clientportal.sharing;

import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.ItemPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.records.FeedRow;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A shared item as its reader sees it. */
final class SharedView {
  private SharedView() {}

  static JsonObject of(FeedRow row) {
    return item(row.path())
        .with("name", row.name())
        .with("access", row.access().text())
        .with("sharedAt", row.sharedAt())
        .with("expiresAt", row.expiresAt());
  }

  private static JsonObject item(ItemPath path) {
    return switch (path) {
      case FolderPath(var _, FolderId folder) ->
          Json.object().with("kind", "folder").with("folderId", folder.value());
      case DocumentPath(FolderPath in, DocumentId document) ->
          Json.object()
              .with("kind", "document")
              .with("folderId", in.folder().value())
              .with("documentId", document.value());
      case NotePath(var _, NoteId note) ->
          Json.object().with("kind", "note").with("noteId", note.value());
      case ParticipantPath(var _, NoteId note) ->
          Json.object().with("kind", "group-note").with("noteId", note.value());
    };
  }
}
