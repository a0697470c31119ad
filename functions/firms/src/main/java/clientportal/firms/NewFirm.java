package clientportal.firms;

import clientportal.access.keys.Slug;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code createFirm}. */
record NewFirm(String name, String slug, NewAdministrator administrator) {

  static NewFirm read(Input input) {
    Field<String> name = input.required("name", Shape.name(120));
    Field<String> slug = input.required("slug", Slug.SHAPE);
    Field<NewAdministrator> administrator = input.object("administrator", NewAdministrator::read);
    return input.build(() -> new NewFirm(name.get(), slug.get(), administrator.get()));
  }
}
