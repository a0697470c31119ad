package clientportal.uploads;

import clientportal.platform.json.JsonReader;

/** What EventBridge reports of an object in the bucket; keys are not URL-encoded. */
public sealed interface ObjectEvent {
  String bucket();

  String key();

  /**
   * There is a new object.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">the
   *     event</a>
   */
  record ObjectCreated(String bucket, String key) implements ObjectEvent {}

  /**
   * An object was scanned for malware.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html">the
   *     event</a>
   */
  record ObjectScanned(String bucket, String key, Verdict verdict) implements ObjectEvent {}

  /** Reads an event; one of another kind has neither bucket nor key. */
  static ObjectEvent read(JsonReader event) {
    JsonReader detail = event.object("detail");
    return event.optionalText("source").filter("aws.guardduty"::equals).isPresent()
        ? scanned(detail)
        : new ObjectCreated(
            detail.object("bucket").optionalText("name").orElse(""),
            detail.object("object").optionalText("key").orElse(""));
  }

  private static ObjectScanned scanned(JsonReader detail) {
    JsonReader object = detail.object("s3ObjectDetails");
    return new ObjectScanned(
        object.optionalText("bucketName").orElse(""),
        object.optionalText("objectKey").orElse(""),
        new Verdict(
            object.optionalText("eTag").orElse(""),
            ScanResult.of(
                detail.object("scanResultDetails").optionalText("scanResultStatus").orElse(""))));
  }
}
