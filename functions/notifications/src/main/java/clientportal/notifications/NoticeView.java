package clientportal.notifications;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.Language;
import clientportal.notifications.mail.Wording;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A notice as its addressee sees it. */
final class NoticeView {
  /** The API is in English, like its problems. */
  private static final Wording WORDING = Wording.of(Language.ENGLISH);

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
        .with("rejection", notice.rejection().map(NoticeView::rejection))
        .with("by", WORDING.author(notice.by()))
        .with("at", notice.at());
  }

  private static JsonObject rejection(RejectionCode code) {
    return Json.object().with("code", code.text()).with("detail", WORDING.why(code));
  }
}
