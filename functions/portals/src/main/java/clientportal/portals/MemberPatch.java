package clientportal.portals;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Optional;

/** The body of {@code updateMember}; a member always has an address. */
record MemberPatch(Optional<String> name, Optional<EmailAddress> email) {
  static MemberPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", Shape.name(120));
    Field<Optional<EmailAddress>> email = input.optional("email", Shapes.EMAIL_ADDRESS);
    return input.build(() -> new MemberPatch(name.get(), email.get()));
  }
}
