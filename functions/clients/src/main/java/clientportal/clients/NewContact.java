package clientportal.clients;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Optional;

/** The body of {@code createContact}; {@code webPortal} is never a default. */
record NewContact(
    String name,
    Optional<EmailAddress> email,
    Optional<String> phone,
    String relationship,
    boolean webPortal) {

  static NewContact read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    Field<Optional<EmailAddress>> email = input.optional("email", Shapes.EMAIL_ADDRESS);
    Field<Optional<String>> phone = input.optional("phone", PhoneNumber.SHAPE);
    Field<String> relationship = input.required("relationship", Shape.name(60));
    Field<Optional<Boolean>> webPortal = input.optional("webPortal", Shape.flag());
    return input.build(() ->
        new NewContact(
            name.get(),
            email.get(),
            phone.get(),
            relationship.get(),
            webPortal.get().orElse(false)));
  }
}
