package clientportal.documents;

import clientportal.access.DocumentPath;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Optional;

/** The document of a path, wherever its item stands, once the caller may read it. */
final class ReachedDocument {
  private ReachedDocument() {}

  /** Returns what is to be read besides what reaching an available document reads. */
  static List<Key> keys(DocumentPath path) {
    return List.of(Document.unavailableKey(path));
  }

  /** Returns the item of the document, after the decision. */
  static Item require(Reach reach, DocumentPath path) {
    Optional<Item> unavailable = reach.items().at(Document.unavailableKey(path));
    if (reach.items().at(Document.availableKey(path)).isEmpty() && unavailable.isPresent()) {
      reach.requireUnavailable(Document.fromItem(path.folder(), unavailable.get()).declaredBy());
      return unavailable.get();
    }
    reach.require(Action.READ);
    return reach.item(Document.availableKey(path));
  }
}
