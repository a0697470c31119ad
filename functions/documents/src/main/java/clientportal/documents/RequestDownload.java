package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/** Signs a URL of exactly the bytes of the current version. */
record RequestDownload(Access access, DocumentUrls urls) {
  /** A version to download, and the URL of its bytes. */
  record Requested(Declaration declared, DocumentUrls.DownloadUrl download) {
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

  Requested handle(Caller caller, DocumentPath path) {
    ReachedDocument reached = ReachedDocument.require(access, caller, path, Action.READ, List.of());
    Document document = reached.requireAvailable();
    Declaration declared = document.current().declared();
    return new Requested(
        declared, urls.download(document.objectKey(), declared, reached.reach().now()));
  }
}
