package clientportal.requests;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code markItemNotApplicable}. */
record NewReason(String reason) {
  /** Why staff or clients say something of an item. */
  static final Shape<String> REASON = Shape.lines(1_000);

  static NewReason read(Input input) {
    Field<String> reason = input.required("reason", REASON);
    return input.build(() -> new NewReason(reason.get()));
  }
}
