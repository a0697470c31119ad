package clientportal.accounts;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;

/** The body of {@code createAccount}: the address, confirmed by who invites. */
record ConfirmedEmail(EmailAddress email) {

  static ConfirmedEmail read(Input input) {
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    return input.build(() -> new ConfirmedEmail(email.get()));
  }
}
