package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/** Signs a URL of exactly the bytes of the current version. */
record RequestDownload(Access access, DocumentUrls urls) {
  /** A version to download, and the URL of its bytes. */
  record Requested(Version version, DocumentUrls.DownloadUrl download) {
    JsonObject json() {
      Declaration declared = version.declared();
      return Json.object()
          .with("url", download.url())
          .with("expiresAt", download.expiresAt())
          .with("name", declared.name())
          .with("size", declared.size())
          .with("contentType", declared.contentType().text())
          .with("detectedType", version.detected().map(ContentType::text))
          .with("sha256", declared.sha256());
    }
  }

  Requested handle(PersonId caller, DocumentPath path) {
    ReachedDocument reached = ReachedDocument.require(access, caller, path, Action.READ, List.of());
    Document document = reached.requireAvailable();
    Version current = document.current();
    return new Requested(
        current, urls.download(document.objectKey(), current, reached.reach().now()));
  }
}
