package clientportal.requests;

import clientportal.access.records.ItemTemplate;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code updateChecklist}: what is absent stays, and null takes the description away.
 *
 * @param items all items, which replace those before
 */
record ChecklistPatch(
    Optional<String> name,
    Change<String> description,
    Optional<List<ItemTemplate>> items,
    Optional<Boolean> archived) {

  static ChecklistPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", NewChecklist.NAME);
    Field<Change<String>> description = input.removable("description", NewChecklist.DESCRIPTION);
    Field<List<ItemTemplate>> items =
        input.has("items") ? NewItems.read(input, "items") : Field.of(List.of());
    Field<Optional<Boolean>> archived = input.optional("archived", Shape.flag());
    return input.build(() ->
        new ChecklistPatch(
            name.get(),
            description.get(),
            input.has("items") ? Optional.of(items.get()) : Optional.empty(),
            archived.get()));
  }

  /** Returns the patch that archives. */
  static ChecklistPatch archive() {
    return new ChecklistPatch(
        Optional.empty(), new Change.Kept<>(), Optional.empty(), Optional.of(true));
  }

  /** Returns the checklist after the patch, without its items. */
  Checklist applyTo(Checklist before, List<ItemTemplate> itemsBefore) {
    Checklist after = before;
    String newName = name.orElse(before.name());
    Optional<String> newDescription = description.applyTo(before.description());
    if (!newName.equals(before.name()) || !newDescription.equals(before.description())) {
      after = after.renamed(newName, newDescription);
    }
    if (items.filter(others -> !others.equals(itemsBefore)).isPresent()) {
      after = after.withItems(items.get());
    }
    if (!after.equals(before) && archived.orElse(true)) {
      before.requireLive();
    }
    if (archived.orElse(before.archived()) != before.archived()) {
      after = after.withArchived(!before.archived());
    }
    return after;
  }
}
