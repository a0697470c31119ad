package clientportal.firms;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/**
 * The body of {@code handOver}.
 *
 * @param to as it was sent; a text that is no id is an unknown staff member
 */
record NewHandOver(String to) {
  static NewHandOver read(Input input) {
    Field<String> to = input.required("to", Shape::string);
    return input.build(() -> new NewHandOver(to.get()));
  }
}
