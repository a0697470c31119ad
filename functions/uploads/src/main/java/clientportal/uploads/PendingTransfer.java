package clientportal.uploads;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** The bytes that are still to be sent for an upload, with the URLs. */
public sealed interface PendingTransfer {

  /** All bytes, in one PUT. */
  record Whole(FileUrls.UploadUrl to) implements PendingTransfer {
    @Override
    public JsonObject json() {
      return Json.object()
          .with("method", "PUT")
          .with("url", to.url())
          .with("headers", PendingTransfer.json(to.headers()))
          .with("expiresAt", to.expiresAt());
    }
  }

  /**
   * Some parts; none if all have arrived and the upload is to be completed.
   *
   * @param next the number of the first missing part that the answer has no room for
   */
  record InParts(String uploadId, long partSize, FileUrls.PartUrls to, Optional<Integer> next)
      implements PendingTransfer {
    @Override
    public JsonObject json() {
      return Json.object()
          .with("method", "PUT")
          .with("uploadId", uploadId)
          .with("partSize", partSize)
          .with("parts", to.parts().stream().map(InParts::json).toList())
          .with("nextPart", next)
          .with("expiresAt", to.expiresAt());
    }

    private static JsonObject json(FileUrls.PartUrl part) {
      return Json.object()
          .with("number", part.number())
          .with("url", part.url())
          .with("headers", PendingTransfer.json(part.headers()));
    }
  }

  JsonObject json();

  private static JsonObject json(Map<String, String> headers) {
    JsonObject json = Json.object();
    headers.forEach(json::with);
    return json;
  }
}
