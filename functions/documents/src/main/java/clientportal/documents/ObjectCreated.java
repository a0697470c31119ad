package clientportal.documents;

import clientportal.platform.json.JsonReader;

/**
 * The EventBridge event about a new object. Its key is not URL-encoded, unlike in notifications
 * that S3 sends itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">the event</a>
 */
record ObjectCreated(String bucket, String key) {

  /** Reads an event; one of another kind has neither bucket nor key. */
  static ObjectCreated read(JsonReader event) {
    JsonReader detail = event.object("detail");
    return new ObjectCreated(
        detail.object("bucket").optionalText("name").orElse(""),
        detail.object("object").optionalText("key").orElse(""));
  }
}
