package clientportal.firms;

import clientportal.access.Shapes;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code createFirm}. */
record NewFirm(String name, String slug, Administrator administrator) {

  /** The person who is invited as the firm's first administrator. */
  record Administrator(String name, EmailAddress email) {

    private static Administrator read(Input input) {
      Field<String> name = input.required("name", Shape.name(120));
      Field<EmailAddress> email = input.required("email", Shapes.EMAIL_ADDRESS);
      return input.build(() -> new Administrator(name.get(), email.get()));
    }
  }

  static NewFirm read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    Field<String> slug = input.required("slug", Slug.SHAPE);
    Field<Administrator> administrator = input.object("administrator", Administrator::read);
    return input.build(() -> new NewFirm(name.get(), slug.get(), administrator.get()));
  }
}
