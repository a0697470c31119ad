package clientportal.firms;

import clientportal.access.records.DocumentTypes;
import clientportal.access.records.DocumentTypes.DocumentType;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** The document types of a firm as its staff see them. */
final class DocumentTypesView {
  private DocumentTypesView() {}

  static JsonObject of(DocumentTypes types) {
    return Json.object()
        .with("documentTypes", types.all().stream().map(DocumentTypesView::of).toList());
  }

  private static JsonObject of(DocumentType type) {
    return Json.object()
        .with("documentTypeId", type.id().value())
        .with("name", type.name())
        .with("retired", type.retired());
  }
}
