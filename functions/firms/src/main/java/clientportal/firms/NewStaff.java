package clientportal.firms;

import clientportal.access.Shapes;
import clientportal.access.decision.Role;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Set;

/** The body of {@code createStaff}. */
record NewStaff(String name, EmailAddress email, Role role) {
  private static final Shape<String> ROLE_TEXT =
      Shape.oneOf(Set.of(Role.STAFF.text(), Role.ADMINISTRATOR.text()));

  static final Shape<Role> ROLE = json -> Role.of(ROLE_TEXT.read(json));

  static NewStaff read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    Field<Role> role = input.required("role", ROLE);
    return input.build(() -> new NewStaff(name.get(), email.get(), role.get()));
  }
}
