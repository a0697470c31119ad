package clientportal.requests;

import clientportal.access.ids.ItemId;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import java.util.List;

/** The body of {@code submitItems}. */
record ItemsToSubmit(List<ItemId> ids) {
  static ItemsToSubmit read(Input input) {
    Field<List<ItemId>> ids = ItemsToSend.ids(input);
    return input.build(() -> new ItemsToSubmit(ids.get()));
  }
}
