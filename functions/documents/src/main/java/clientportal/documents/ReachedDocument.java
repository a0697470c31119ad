package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;
import clientportal.platform.table.Item;
import java.util.List;
import java.util.Optional;

/** The document of a path, wherever its item stands, once the caller may do something to it. */
record ReachedDocument(Reach reach, Item item) {

  /**
   * Reaches a document in one batch if it is available, archived or not. Otherwise another batch
   * looks for its declaration as well, and again for the document: it may have become available, or
   * moved to or from the archive, meanwhile.
   *
   * @throws ProblemException {@code not-found} or {@code permission-required}
   */
  static ReachedDocument require(Access access, PersonId caller, DocumentPath path, Action action) {
    Reach reach = access.reach(caller, path, List.of());
    if (reach.subject().isEmpty()) {
      reach = access.reach(caller, path, List.of(Document.unavailableKey(path)));
      Optional<Item> unavailable = reach.items().at(Document.unavailableKey(path));
      if (reach.subject().isEmpty() && unavailable.isPresent()) {
        Item item = unavailable.get();
        reach.requireUnavailable(Document.fromItem(path.folder(), item).declaredBy(), action);
        return new ReachedDocument(reach, item);
      }
    }
    reach.require(action);
    return new ReachedDocument(reach, reach.subject().orElseThrow());
  }

  Document document() {
    return Document.fromItem(reach.folder().path(), item);
  }

  /**
   * Returns the document, which is available.
   *
   * @throws ProblemException {@code not-available} if it is not, or not yet
   */
  Document requireAvailable() {
    Document document = document();
    if (document.status() != DocumentStatus.AVAILABLE) {
      throw new ProblemException(
          ProblemType.NOT_AVAILABLE, "The document is " + document.status().text() + ".");
    }
    return document;
  }
}
