package clientportal.access.keys;

import clientportal.access.ids.DocumentId;
import clientportal.platform.http.Request;

/** The path of a document: {@code …/documents/{documentId}} in its folder. */
public record DocumentPath(FolderPath folder, DocumentId document) implements ItemPath {

  public static DocumentPath of(Request request) {
    return new DocumentPath(
        FolderPath.of(request), FirmPath.id(request, "documentId", DocumentId::new));
  }

  @Override
  public ClientPath client() {
    return folder.client();
  }

  @Override
  public String toString() {
    return folder + "/documents/" + document;
  }
}
