package clientportal.folders;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code createFolder}. */
record NewFolder(String name) {

  static NewFolder read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    return input.build(() -> new NewFolder(name.get()));
  }
}
