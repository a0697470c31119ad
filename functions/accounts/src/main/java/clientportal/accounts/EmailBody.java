package clientportal.accounts;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;

/** The body of {@code createAccount} and {@code requestPasswordReset}: an email address. */
final class EmailBody {
  private EmailBody() {}

  static EmailAddress read(Input input) {
    Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
    return input.build(email::get);
  }
}
