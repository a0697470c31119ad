package clientportal.documents;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Fields;

/** The reason why the stored bytes of a document were rejected. */
record Rejection(Code code, String detail) {

  /** What was wrong. */
  enum Code {
    CONTENT_MISMATCH("content-mismatch"),
    CONTENT_TYPE_MISMATCH("content-type-mismatch");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Code of(String text) {
      return text.equals(CONTENT_MISMATCH.text) ? CONTENT_MISMATCH : CONTENT_TYPE_MISMATCH;
    }
  }

  JsonObject view() {
    return Json.object().with("code", code.text()).with("detail", detail);
  }

  Fields toFields() {
    return Fields.of().with("code", code.text()).with("detail", detail).build();
  }

  static Rejection fromFields(Fields fields) {
    return new Rejection(Code.of(fields.text("code")), fields.text("detail"));
  }
}
