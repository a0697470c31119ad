package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.Reach;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.Json;
import clientportal.platform.http.JsonObject;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;
import clientportal.platform.table.Item;

/** Signs a URL of exactly the bytes that a document has now. */
final class RequestDownload {
  private final Access access;
  private final DocumentUrls urls;

  RequestDownload(Access access, DocumentUrls urls) {
    this.access = access;
    this.urls = urls;
  }

  /** What there is to download, and where its bytes are. */
  record Requested(Declaration declared, DocumentUrls.Download download) {
    JsonObject json() {
      return Json.object()
          .with("url", download.url())
          .with("expiresAt", download.expiresAt())
          .with("name", declared.name())
          .with("size", declared.size())
          .with("contentType", declared.contentType().text())
          .with("sha256", declared.sha256());
    }
  }

  Requested handle(PersonId caller, DocumentPath path) {
    Reach reach = access.reach(caller, path, ReachedDocument.keys(path));
    Item item = ReachedDocument.require(reach, path);
    if (!item.key().equals(Document.key(path))) {
      throw new ProblemException(
          ProblemType.NOT_AVAILABLE,
          "The document is " + Upload.fromItem(path.folder(), item).status().text() + ".");
    }
    Document document = Document.fromItem(path.folder(), item);
    Declaration declared = document.current().declared();
    return new Requested(declared, urls.download(document.objectKey(), declared, reach.now()));
  }
}
