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
    return List.of(Upload.key(path, Version.FIRST));
  }

  /** Returns the item of the document, after the decision. */
  static Item require(Reach reach, DocumentPath path) {
    Optional<Item> unavailable = reach.items().at(Upload.key(path, Version.FIRST));
    if (reach.items().at(Document.key(path)).isEmpty() && unavailable.isPresent()) {
      Upload upload = Upload.fromItem(path.folder(), unavailable.get());
      reach.requireUnavailable(upload.version().declaredBy());
      return unavailable.get();
    }
    reach.require(Action.READ);
    return reach.item(Document.key(path));
  }
}
