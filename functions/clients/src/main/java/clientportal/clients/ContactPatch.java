package clientportal.clients;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Optional;

/** The body of {@code updateContact}. */
record ContactPatch(
    Optional<String> name,
    Change<EmailAddress> email,
    Change<String> phone,
    Optional<String> relationship,
    Optional<Boolean> webPortal) {

  static ContactPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", Shape.name(120));
    Field<Change<EmailAddress>> email = input.removable("email", Shapes.EMAIL_ADDRESS);
    Field<Change<String>> phone = input.removable("phone", PhoneNumber.SHAPE);
    Field<Optional<String>> relationship = input.optional("relationship", Shape.name(60));
    Field<Optional<Boolean>> webPortal = input.optional("webPortal", Shape.flag());
    return input.build(() ->
        new ContactPatch(
            name.get(), email.get(), phone.get(), relationship.get(), webPortal.get()));
  }
}
