package clientportal.documents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What EventBridge tells of an object that has appeared. Its key is as it is, not URL-encoded as in
 * notifications that S3 sends by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">the event</a>
 */
record ObjectCreated(String bucket, String key) {

  /** Reads an event; of another one nothing is known. */
  static ObjectCreated read(Map<?, ?> event) {
    Map<?, ?> detail = map(event.get("detail"));
    return new ObjectCreated(
        text(map(detail.get("bucket")).get("name")), text(map(detail.get("object")).get("key")));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
