package clientportal.firms;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code appointAdministrator}, and the first administrator of a new firm. */
record NewAdministrator(String name, EmailAddress email) {
  static NewAdministrator read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    return input.build(() -> new NewAdministrator(name.get(), email.get()));
  }
}
