package clientportal.documents;

import clientportal.platform.json.JsonReader;

/**
 * What EventBridge says about an object that has appeared. Its key is as it is, not URL-encoded as
 * in notifications that S3 sends by itself.
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
