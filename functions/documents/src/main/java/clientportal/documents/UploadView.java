package clientportal.documents;

import clientportal.access.keys.DocumentPath;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.uploads.PendingTransfer;
import java.util.Optional;

/**
 * The state of an upload, and where its missing bytes go.
 *
 * @param missing empty if no bytes are awaited
 */
record UploadView(
    DocumentPath path, int version, DocumentStatus status, Optional<PendingTransfer> missing) {

  JsonObject json() {
    return Json.object()
        .with("documentId", path.document().value())
        .with("version", version)
        .with("status", status.text())
        .with("upload", missing.map(PendingTransfer::json));
  }
}
