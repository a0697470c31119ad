package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.decision.ShareState;
import clientportal.platform.http.Json;
import clientportal.platform.http.JsonObject;
import clientportal.platform.table.Item;
import java.util.Optional;

/**
 * A document as a caller sees it.
 *
 * @param shareState for staff alone
 */
record DocumentView(Document document, Optional<ShareState> shareState) {

  /** Returns the view of who reached the folder of the item. */
  static DocumentView of(Item item, Reach reach) {
    return new DocumentView(
        Document.fromItem(reach.folder().path(), item),
        reach.staff().map(_ -> reach.shareState(item)));
  }

  JsonObject json() {
    Declaration declared = document.declared();
    return Json.object()
        .with("documentId", document.id().value())
        .with("folderId", document.path().folder().folder().value())
        .with("name", declared.name())
        .with("size", declared.size())
        .with("contentType", declared.contentType().text())
        .with("sha256", declared.sha256())
        .with("status", document.status().text())
        .with("rejection", document.rejection().map(Rejection::view))
        .with(
            "uploadedBy",
            Json.object()
                .with("name", document.uploadedBy().name())
                .with("as", document.uploadedBy().as().text()))
        .with("createdAt", document.createdAt())
        .with("archived", document.archived())
        .with("shareState", shareState.map(ShareState::text));
  }
}
