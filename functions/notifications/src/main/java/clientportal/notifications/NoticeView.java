package clientportal.notifications;

import clientportal.access.ids.DocumentId;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A notice as its addressee sees it. */
final class NoticeView {
  private NoticeView() {}

  static JsonObject of(Notice notice) {
    return Json.object()
        .with("noticeId", notice.id().value())
        .with("type", notice.what().text())
        .with("firmId", notice.firm().value())
        .with("firmName", notice.firmName())
        .with("clientId", notice.client().map(path -> path.client().value()))
        .with("clientName", notice.clientName())
        .with("folderId", notice.folder().map(path -> path.folder().value()))
        .with("folderName", notice.folderName())
        .with("documentId", notice.documentId().map(DocumentId::value))
        .with("documentName", notice.documentName())
        .with("name", notice.name())
        .with("by", notice.by())
        .with("at", notice.at());
  }
}
