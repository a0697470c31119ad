package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.Reach;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;

/** Signs a URL of exactly the bytes that a document has now. */
final class RequestDownload {
  private final Access access;
  private final DocumentUrls urls;

  RequestDownload(Access access, DocumentUrls urls) {
    this.access = access;
    this.urls = urls;
  }

  /** A document, and where its bytes are. */
  record Requested(Document document, DocumentUrls.Download download) {}

  Requested handle(PersonId caller, DocumentPath path) {
    Reach reach = access.reach(caller, path, ReachedDocument.keys(path));
    Document document = Document.fromItem(path.folder(), ReachedDocument.require(reach, path));
    if (document.status() != DocumentStatus.AVAILABLE) {
      throw new ProblemException(
          ProblemType.NOT_AVAILABLE, "The document is " + document.status().text() + ".");
    }
    return new Requested(
        document, urls.download(document.objectKey(), document.declared().name(), reach.now()));
  }
}
