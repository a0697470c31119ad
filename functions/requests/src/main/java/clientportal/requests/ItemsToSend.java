package clientportal.requests;

import clientportal.access.ids.ItemId;
import clientportal.access.records.RequestItem;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.problem.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The body of {@code sendRequest}: the drafts to ask for, or all if it names none. */
record ItemsToSend(Optional<List<ItemId>> ids) {
  static final String POINTER = "/itemIds/%d";

  static ItemsToSend read(Input input) {
    if (!input.has("itemIds")) {
      return input.build(() -> new ItemsToSend(Optional.empty()));
    }
    Field<List<ItemId>> ids = ids(input);
    return input.build(() -> new ItemsToSend(Optional.of(ids.get())));
  }

  /** Reads a required list of items, each of which is named once. */
  static Field<List<ItemId>> ids(Input input) {
    Field<List<ItemId>> ids = input.values("itemIds", RequestItem.MOST, RequestShapes.ITEM_ID);
    if (!ids.isFaulty()) {
      if (ids.get().isEmpty()) {
        input.fault("itemIds", Fault.Code.LENGTH, "must name at least one item");
      }
      Set<ItemId> named = new HashSet<>();
      if (!ids.get().stream().allMatch(named::add)) {
        input.fault("itemIds", Fault.Code.DUPLICATE, "must name each item once");
      }
    }
    return ids;
  }
}
