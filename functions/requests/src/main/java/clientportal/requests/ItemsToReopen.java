package clientportal.requests;

import clientportal.access.ids.ItemId;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import java.util.List;

/** The body of {@code reopenItems}. */
record ItemsToReopen(List<ItemId> ids, String reason) {
  static ItemsToReopen read(Input input) {
    Field<List<ItemId>> ids = ItemsToSend.ids(input);
    Field<String> reason = input.required("reason", NewReason.REASON);
    return input.build(() -> new ItemsToReopen(ids.get(), reason.get()));
  }
}
