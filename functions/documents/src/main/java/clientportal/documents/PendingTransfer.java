package clientportal.documents;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bytes that are still to be sent for an upload, with the URLs. */
sealed interface PendingTransfer {

  /** All bytes, in one PUT. */
  record Whole(DocumentUrls.UploadUrl to) implements PendingTransfer {
    @Override
    public JsonObject json() {
      return Json.object()
          .with("method", "PUT")
          .with("url", to.url())
          .with("headers", PendingTransfer.json(to.headers()))
          .with("expiresAt", to.expiresAt());
    }
  }

  /** Some parts; none if all have arrived and the upload is to be completed. */
  record InParts(String uploadId, long partSize, DocumentUrls.PartUrls to)
      implements PendingTransfer {
    @Override
    public JsonObject json() {
      return Json.object()
          .with("method", "PUT")
          .with("uploadId", uploadId)
          .with("partSize", partSize)
          .with("parts", to.parts().stream().map(InParts::json).toList())
          .with("expiresAt", to.expiresAt());
    }

    private static JsonObject json(DocumentUrls.PartUrl part) {
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

  /** Returns all bytes of a version. */
  static PendingTransfer all(
      DocumentUrls urls, ObjectKey key, Declaration declared, Optional<Parts> parts, Instant now) {
    return parts
        .map(all -> some(urls, key, all, all.of(declared.size()), now))
        .orElseGet(() -> new Whole(urls.upload(key, declared, now)));
  }

  /** Returns some parts of a version. */
  static PendingTransfer some(
      DocumentUrls urls, ObjectKey key, Parts parts, List<Parts.Part> some, Instant now) {
    return new InParts(
        parts.uploadId(), parts.partSize(), urls.parts(key, parts.uploadId(), some, now));
  }
}
