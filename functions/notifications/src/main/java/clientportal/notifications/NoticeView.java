package clientportal.notifications;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Language;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.PortalPath;
import clientportal.delivery.Notice;
import clientportal.delivery.Subject;
import clientportal.notifications.mail.Wording;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Optional;

/** A notice as its addressee sees it. */
final class NoticeView {
  /** The API is in English, like its problems. */
  private static final Wording WORDING = Wording.of(Language.ENGLISH);

  private NoticeView() {}

  static JsonObject of(ListNotices.Shown shown) {
    Notice notice = shown.notice();
    JsonObject json =
        Json.object()
            .with("noticeId", notice.id().value())
            .with("type", notice.type().text())
            .with("firmId", notice.firm().value())
            .with("firmName", notice.firmName())
            .with("clientId", notice.client().map(path -> path.client().value()))
            .with("clientName", notice.clientName());
    switch (notice.subject()) {
      case Subject.OfFolder(FolderPath path, Optional<String> name) ->
          json.with("folderId", path.folder().value()).with("folderName", name);
      case Subject.OfNote(NotePath path, Optional<String> title) ->
          json.with("noteId", path.note().value()).with("noteTitle", title);
      case Subject.OfGroupNote(ParticipantPath path, Optional<String> title) ->
          json.with("noteId", path.note().value()).with("noteTitle", title);
      case Subject.OfRequest(EngagementPath path, Optional<String> name, var _) ->
          json.with("engagementId", path.engagement().value()).with("engagementName", name);
      case Subject.InFolder in -> {
        json.with("folderId", in.folder().folder().value())
            .with("folderName", in.folderName())
            .with("documentId", in.id().value())
            .with("documentName", in.name());
        if (in instanceof Subject.OfUpload upload) {
          json.with("rejection", rejection(upload.rejection()));
        }
      }
      case Subject.OfPerson person -> json.with("name", person.name());
      case Subject.OfPortal(PortalPath path, Optional<String> name, String site, var _) ->
          json.with("portalId", path.portal().value()).with("portalName", name).with("slug", site);
    }
    return json.with("by", WORDING.author(notice.by()))
        .with("at", notice.at())
        .with("read", shown.read());
  }

  private static JsonObject rejection(RejectionCode code) {
    return Json.object().with("code", code.text()).with("detail", WORDING.why(code));
  }
}
