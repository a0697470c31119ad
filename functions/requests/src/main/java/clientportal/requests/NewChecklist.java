package clientportal.requests;

import clientportal.access.records.ItemTemplate;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.List;
import java.util.Optional;

/** The body of {@code createChecklist}. */
record NewChecklist(String name, Optional<String> description, List<ItemTemplate> items) {
  static final Shape<String> NAME = Shape.name(120);
  static final Shape<String> DESCRIPTION = Shape.lines(1_000);

  static NewChecklist read(Input input) {
    Field<String> name = input.required("name", NAME);
    Field<Optional<String>> description = input.optional("description", DESCRIPTION);
    Field<List<ItemTemplate>> items = NewItems.read(input, "items");
    return input.build(() -> new NewChecklist(name.get(), description.get(), items.get()));
  }
}
