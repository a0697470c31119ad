package clientportal.clients;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Client;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of {@code createClient}. */
record NewClient(
    Client.Kind kind, String name, Optional<EmailAddress> email, Optional<String> phone) {
  private static final Shape<String> KIND =
      Shape.oneOf(
          Arrays.stream(Client.Kind.values()).map(Client.Kind::text).collect(Collectors.toSet()));

  static NewClient read(Input input) {
    Field<String> kind = input.required("kind", KIND);
    Field<String> name = input.required("name", Shape.name(120));
    Field<Optional<EmailAddress>> email = input.optional("email", Shapes.EMAIL_ADDRESS);
    Field<Optional<String>> phone = input.optional("phone", PhoneNumber.SHAPE);
    return input.build(
        () -> new NewClient(Client.Kind.of(kind.get()), name.get(), email.get(), phone.get()));
  }
}
