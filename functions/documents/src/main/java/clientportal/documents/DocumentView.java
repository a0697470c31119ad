package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.decision.ShareState;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.DocumentTypeField;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Item;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import clientportal.uploads.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * A document as a caller sees it, or an upload.
 *
 * @param createdAt when the document was first declared; for an upload, when that was
 * @param documentType only for staff
 * @param shareState only for staff
 * @param answers only for staff, and for the item's assignee
 */
record DocumentView(
    DocumentPath path,
    Version version,
    DocumentStatus status,
    Optional<Rejection> rejection,
    Instant createdAt,
    boolean archived,
    Optional<DocumentTypeId> documentType,
    Optional<ShareState> shareState,
    Optional<AnsweredItem> answers,
    long revision) {

  /** Returns the view for the caller who reached the folder of the item. */
  static DocumentView of(Item item, Reach reach) {
    Optional<ShareState> shareState = reach.staff().map(_ -> reach.shareState(item));
    Optional<DocumentTypeId> type = reach.staff().flatMap(_ -> DocumentTypeField.of(item.fields()));
    Optional<AnsweredItem> answers =
        AnsweredItem.in(item.fields()).filter(answered -> reach.isAskedOf(answered.assignee()));
    return TableKeys.isUpload(item.key())
        ? of(Upload.fromItem(item), type, shareState, answers)
        : of(Document.fromItem(item), type, shareState, answers);
  }

  private static DocumentView of(
      Document document,
      Optional<DocumentTypeId> type,
      Optional<ShareState> shareState,
      Optional<AnsweredItem> answers) {
    return new DocumentView(
        document.path(),
        document.current(),
        DocumentStatus.AVAILABLE,
        Optional.empty(),
        document.createdAt(),
        document.archived(),
        type,
        shareState,
        answers,
        document.revision());
  }

  private static DocumentView of(
      Upload upload,
      Optional<DocumentTypeId> type,
      Optional<ShareState> shareState,
      Optional<AnsweredItem> answers) {
    return new DocumentView(
        upload.path(),
        upload.version(),
        upload.status(),
        upload.rejection(),
        upload.version().createdAt(),
        false,
        type,
        shareState,
        answers,
        upload.revision());
  }

  JsonObject json() {
    Declaration declared = version.declared();
    return Json.object()
        .with("documentId", path.document().value())
        .with("folderId", path.folder().folder().value())
        .with("version", version.number())
        .with("name", declared.name())
        .with("size", declared.size())
        .with("contentType", declared.contentType().text())
        .with("detectedType", version.detected().map(ContentType::text))
        .with("sha256", declared.sha256())
        .with("status", status.text())
        .with("rejection", rejection.map(Rejection::view))
        .with("uploadedBy", version.uploadedByView())
        .with("createdAt", createdAt)
        .with("archived", archived)
        .with("documentType", documentType.map(DocumentTypeId::value))
        .with("shareState", shareState.map(ShareState::text))
        .with(
            "answers",
            answers.map(item ->
                Json.object()
                    .with("engagementId", item.engagement().value())
                    .with("itemId", item.item().value())));
  }
}
