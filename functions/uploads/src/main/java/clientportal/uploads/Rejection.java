package clientportal.uploads;

import clientportal.access.events.RejectionCode;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Fields;

/** The reason why stored bytes were rejected. */
public record Rejection(RejectionCode code, String detail) {
  /** The person who declared the upload may not upload there any more. */
  public static final Rejection PERMISSION_ENDED =
      new Rejection(
          RejectionCode.PERMISSION_ENDED,
          "The person who uploaded it was no longer allowed to when the file arrived.");

  public JsonObject view() {
    return Json.object().with("code", code.text()).with("detail", detail);
  }

  public Fields toFields() {
    return Fields.of().with("code", code.text()).with("detail", detail).build();
  }

  public static Rejection fromFields(Fields fields) {
    return new Rejection(RejectionCode.of(fields.text("code")), fields.text("detail"));
  }
}
