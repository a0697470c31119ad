package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;

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
    ReachedDocument reached = ReachedDocument.require(access, caller, path, Action.READ);
    Document document = reached.requireAvailable();
    return new Requested(
        document,
        urls.download(document.objectKey(), document.declared().name(), reached.reach().now()));
  }
}
