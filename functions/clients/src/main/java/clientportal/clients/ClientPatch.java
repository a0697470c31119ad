package clientportal.clients;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Optional;

/** The body of {@code updateClient}; the kind cannot be changed. */
record ClientPatch(Optional<String> name, Change<EmailAddress> email, Change<String> phone) {

  static ClientPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", Shape.name(120));
    Field<Change<EmailAddress>> email = input.removable("email", Shapes.EMAIL_ADDRESS);
    Field<Change<String>> phone = input.removable("phone", PhoneNumber.SHAPE);
    return input.build(() -> new ClientPatch(name.get(), email.get(), phone.get()));
  }
}
