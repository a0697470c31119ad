package clientportal.requests;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.requests.WholeEngagement.Place;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code updateItem}: what is absent stays, and null takes away.
 *
 * @param after the item behind which it is moved, or null for the first place
 */
record ItemPatch(
    Optional<String> name,
    Change<String> description,
    Optional<Boolean> required,
    Optional<List<String>> accepts,
    Change<LocalDate> dueOn,
    Optional<Recipient.Party> assignee,
    Change<ItemId> after) {

  static ItemPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", NewItems.NAME);
    Field<Change<String>> description = input.removable("description", NewItems.DESCRIPTION);
    Field<Optional<Boolean>> required = input.optional("required", Shape.flag());
    Field<List<String>> accepts = NewItems.accepts(input);
    Field<Change<LocalDate>> dueOn = input.removable("dueOn", Shapes.DAY);
    Field<Optional<Recipient.Party>> assignee = input.optional("assignee", Shapes.PARTY);
    Field<Change<ItemId>> after = input.removable("after", RequestShapes.ITEM_ID);
    return input.build(() ->
        new ItemPatch(
            name.get(),
            description.get(),
            required.get(),
            input.has("accepts") ? Optional.of(accepts.get()) : Optional.empty(),
            dueOn.get(),
            assignee.get(),
            after.get()));
  }

  /**
   * Returns the item after the patch, with the assignee and the place that it has.
   *
   * @throws ProblemException {@code invalid-request}
   */
  RequestItem applyTo(RequestItem item) {
    Wanted before = item.wanted();
    if (accepts.isPresent() && before.isQuestion()) {
      throw ProblemException.invalid(
          List.of(Fault.at("/accepts", Fault.Code.UNKNOWN, "is only for items of kind document")));
    }
    return item.withDetails(
        new Wanted(
            name.orElse(before.name()),
            description.applyTo(before.description()),
            before.kind(),
            required.orElse(before.required()),
            accepts.orElse(before.accepts()),
            before.choices(),
            before.period(),
            before.showIf()),
        dueOn.applyTo(item.dueOn()));
  }

  /** Returns where the item is moved; empty if it stays. */
  Optional<Place> place() {
    return switch (after) {
      case Change.Kept<ItemId> _ -> Optional.empty();
      case Change.Removed<ItemId> _ -> Optional.of(new Place(Optional.empty()));
      case Change.Replaced<ItemId>(ItemId other) -> Optional.of(new Place(Optional.of(other)));
    };
  }
}
