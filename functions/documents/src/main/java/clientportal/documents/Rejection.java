package clientportal.documents;

import clientportal.access.events.RejectionCode;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Fields;

/** The reason why the stored bytes of a document were rejected. */
record Rejection(RejectionCode code, String detail) {
  JsonObject view() {
    return Json.object().with("code", code.text()).with("detail", detail);
  }

  Fields toFields() {
    return Fields.of().with("code", code.text()).with("detail", detail).build();
  }

  static Rejection fromFields(Fields fields) {
    return new Rejection(RejectionCode.of(fields.text("code")), fields.text("detail"));
  }
}
