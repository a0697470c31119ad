package clientportal.sharing;

import clientportal.access.ids.DocumentId;
import clientportal.access.records.FeedRow;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A shared item as its reader sees it. */
final class SharedView {
  private SharedView() {}

  static JsonObject of(FeedRow row) {
    return Json.object()
        .with("kind", row.document().isPresent() ? "document" : "folder")
        .with("folderId", row.folder().value())
        .with("documentId", row.document().map(DocumentId::value))
        .with("name", row.name())
        .with("access", row.access().text())
        .with("sharedAt", row.sharedAt())
        .with("expiresAt", row.expiresAt());
  }
}
