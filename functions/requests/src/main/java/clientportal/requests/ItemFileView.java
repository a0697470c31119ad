package clientportal.requests;

import clientportal.access.records.FiledDocument;
import clientportal.access.records.ItemFile;
import clientportal.access.records.RequestItem;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A document that answers an item, as callers see it. */
final class ItemFileView {
  private ItemFileView() {}

  static JsonObject of(ItemFile file, FiledDocument document, RequestItem item) {
    return Json.object()
        .with("documentId", file.document().document().value())
        .with("folderId", file.document().folder().folder().value())
        .with("name", document.shared().name())
        .with("size", document.size())
        .with(
            "uploadedBy",
            Json.object()
                .with("name", file.by().actor().name())
                .with("as", file.by().actor().as().text()))
        .with("at", file.by().at())
        .with("round", file.round())
        .with("verdict", file.verdict(item).text())
        .with("late", file.late())
        .with("status", document.shared().archived() ? "archived" : "available");
  }
}
