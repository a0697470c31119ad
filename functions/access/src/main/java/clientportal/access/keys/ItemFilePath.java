package clientportal.access.keys;

import clientportal.access.ids.DocumentId;
import clientportal.platform.http.Request;

/** The path of a document that answers an item: {@code …/items/{itemId}/files/{documentId}}. */
public record ItemFilePath(RequestItemPath item, DocumentId document) {

  public static ItemFilePath of(Request request) {
    return new ItemFilePath(
        RequestItemPath.of(request), FirmPath.id(request, "documentId", DocumentId::new));
  }
}
