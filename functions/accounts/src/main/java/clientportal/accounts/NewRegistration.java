package clientportal.accounts;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code register}. */
record NewRegistration(String site, String name, EmailAddress email) {
  private static final int LONGEST_SLUG = 63;

  static NewRegistration read(Input input) {
    Field<String> site = input.required("site", Shape.opaque(LONGEST_SLUG));
    Field<String> name = input.required("name", Shape.name(120));
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    return input.build(() -> new NewRegistration(site.get(), name.get(), email.get()));
  }
}
