package clientportal.sites;

import clientportal.access.keys.Slug;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code createSite}. */
record NewSite(String slug, String name) {

  static NewSite read(Input input) {
    Field<String> slug = input.required("slug", Slug.SHAPE);
    Field<String> name = input.required("name", Shape.name(120));
    return input.build(() -> new NewSite(slug.get(), name.get()));
  }
}
