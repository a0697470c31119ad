package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The document of a path, under whichever key it was found, once the decision is made. */
record ReachedDocument(Reach reach, Item item) {

  /**
   * Reaches a document in one batch if it is available, archived or not. Otherwise another batch
   * looks for its declaration as well, and again for the document: it may have become available, or
   * moved to or from the archive, meanwhile.
   *
   * @throws ProblemException {@code not-found} or {@code permission-required}
   */
  static ReachedDocument require(
      Access access, Caller caller, DocumentPath path, Action action, Collection<Key> more) {
    Reach reach = access.reach(caller, path, more);
    if (reach.subject().isEmpty() && reach.couldReadUnavailable()) {
      Key declared = Upload.key(path, Version.FIRST);
      List<Key> keys = new ArrayList<>(more);
      keys.add(declared);
      reach = access.reach(caller, path, keys);
      Optional<Item> unavailable = reach.items().at(declared);
      if (reach.subject().isEmpty() && unavailable.isPresent()) {
        ReachedDocument reached = new ReachedDocument(reach, unavailable.get());
        reach.requireUnavailable(reached.declaredBy(), action);
        return reached;
      }
    }
    reach.require(action);
    return new ReachedDocument(reach, reach.subject().orElseThrow());
  }

  /** Returns the person who declared the current version. */
  PersonId declaredBy() {
    return Version.fromFields(item.fields()).declaredBy();
  }

  long revision() {
    return item.fields().number(Item.REVISION);
  }

  /**
   * Returns the document, which is available.
   *
   * @throws ProblemException {@code not-available} if it is pending, scanning or rejected
   */
  Document requireAvailable() {
    if (TableKeys.isUpload(item.key())) {
      throw new ProblemException(
          ProblemType.NOT_AVAILABLE,
          "The status of the document is " + Upload.fromItem(item).status().text() + ".");
    }
    return Document.fromItem(item);
  }
}
