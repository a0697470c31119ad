package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import clientportal.uploads.FileUrls;
import java.util.List;

/** Records a download and signs a URL of exactly the bytes of the current version. */
record RequestDownload(Access access, Downloads downloads, FileUrls urls) {
  /** A version to download, and the URL of its bytes. */
  record Requested(Version version, FileUrls.DownloadUrl download) {
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

  Requested handle(Caller caller, DocumentPath path) {
    return Attempts.run(() -> attempt(caller, path));
  }

  private Requested attempt(Caller caller, DocumentPath path) {
    ReachedDocument reached =
        ReachedDocument.require(access, caller, path, Action.READ, List.of(Downloads.key(path)));
    Document document = reached.requireAvailable();
    Version current = document.current();
    downloads.record(reached.reach(), path, current);
    return new Requested(
        current,
        urls.download(
            document.objectKey(), current.declared(), current.detected(), reached.reach().now()));
  }
}
