package clientportal.requests;

import clientportal.access.events.EventData.NamedChecklist;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.ItemTemplate;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A firm's reusable list of what to ask a client for. Its items are kept apart, because lists of
 * checklists do without them.
 *
 * @param itemCount the number of its items
 * @param version the number of its items as a whole, from 1
 */
record Checklist(
    ChecklistPath path,
    String name,
    Optional<String> description,
    int itemCount,
    long version,
    Instant createdAt,
    boolean archived,
    long revision) {

  static Checklist create(
      ChecklistPath path,
      String name,
      Optional<String> description,
      List<ItemTemplate> items,
      Instant now) {
    return new Checklist(path, name, description, items.size(), 1, now, false, 1);
  }

  /** Returns the checklist as events name it. */
  NamedChecklist named() {
    return new NamedChecklist(path, name);
  }

  /** Gives it another name, or another description or none. */
  Checklist renamed(String otherName, Optional<String> otherDescription) {
    return new Checklist(
        path, otherName, otherDescription, itemCount, version, createdAt, archived, revision + 1);
  }

  /** Gives it other items. */
  Checklist withItems(List<ItemTemplate> items) {
    return new Checklist(
        path, name, description, items.size(), version + 1, createdAt, archived, revision + 1);
  }

  /** Moves it into the archive or out of it. */
  Checklist withArchived(boolean isArchived) {
    return new Checklist(
        path, name, description, itemCount, version, createdAt, isArchived, revision + 1);
  }

  /**
   * Requires that it is not archived.
   *
   * @throws ProblemException {@code archived}
   */
  void requireLive() {
    if (archived) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the checklist out of the archive first.");
    }
  }

  Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("description", description)
        .with("itemCount", itemCount)
        .with("version", version)
        .with("createdAt", createdAt)
        .with("archived", archived)
        .with(Item.REVISION, revision)
        .with("namesPartition", RequestKeys.checklistNames(path.firm(), archived))
        .with("namesSort", TableKeys.nameSort(name, path.checklist().value()))
        .at(RequestKeys.checklist(path));
  }

  static Checklist fromItem(Item item) {
    Fields fields = item.fields();
    return new Checklist(
        RequestKeys.checklistOf(item.key()),
        fields.text("name"),
        fields.optionalText("description"),
        Math.toIntExact(fields.number("itemCount")),
        fields.number("version"),
        fields.instant("createdAt"),
        fields.flag("archived"),
        fields.number(Item.REVISION));
  }
}
