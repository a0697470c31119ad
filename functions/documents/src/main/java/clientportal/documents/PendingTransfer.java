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

  /** The most parts that one answer has URLs for: each takes 700 bytes of it. */
  int MOST_PARTS = 100;

  /**
   * Some parts; none if all have arrived and the upload is to be completed.
   *
   * @param next the number of the first missing part that the answer has no room for
   */
  record InParts(String uploadId, long partSize, DocumentUrls.PartUrls to, Optional<Integer> next)
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

  /** Returns some parts of a version, the first ones if there are many. */
  static PendingTransfer some(
      DocumentUrls urls, ObjectKey key, Parts parts, List<Parts.Part> some, Instant now) {
    List<Parts.Part> page = some.subList(0, Math.min(MOST_PARTS, some.size()));
    Optional<Integer> next =
        some.size() > MOST_PARTS ? Optional.of(some.get(MOST_PARTS).number()) : Optional.empty();
    return new InParts(
        parts.uploadId(), parts.partSize(), urls.parts(key, parts.uploadId(), page, now), next);
  }
}
