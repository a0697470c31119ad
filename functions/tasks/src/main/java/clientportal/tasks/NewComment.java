package clientportal.tasks;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;

/** The body of {@code addComment}. */
record NewComment(String text) {
  static NewComment read(Input input) {
    Field<String> text = input.required("text", TaskFields.COMMENT);
    return input.build(() -> new NewComment(text.get()));
  }
}
