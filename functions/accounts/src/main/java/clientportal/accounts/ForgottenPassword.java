package clientportal.accounts;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;

/** The body of {@code requestPasswordReset}: whose password is forgotten. */
record ForgottenPassword(EmailAddress email) {

  static ForgottenPassword read(Input input) {
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    return input.build(() -> new ForgottenPassword(email.get()));
  }
}
