package clientportal.sharing;

import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.SharedDocument;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Item;
import java.util.Optional;

/** Finds the document of a path, which can be shared only if it is available. */
final class DocumentToShare {
  private DocumentToShare() {}

  /**
   * Returns the document, after the decision.
   *
   * @throws ProblemException to staff also {@code not-available}, while its bytes have not arrived
   *     or were rejected
   */
  static SharedDocument require(Reach reach, Action action, DocumentPath path) {
    Optional<Item> item = reach.subject();
    boolean declared = reach.items().at(TableKeys.declaration(path)).isPresent();
    if (item.isEmpty() && reach.staff().isPresent() && declared) {
      throw reach.allows(action)
          ? new ProblemException(
              ProblemType.NOT_AVAILABLE, "Only a document that is available can be shared.")
          : new ProblemException(
              ProblemType.PERMISSION_REQUIRED, "Sharing takes the web portal permission.");
    }
    reach.require(action);
    return SharedDocument.fromItem(item.orElseThrow());
  }

  /** Returns the grants in force of the folder, through which the document is open too. */
  static Grants inherited(Reach reach) {
    return new Grants(reach.folder().grants().inForce(reach.now()));
  }
}
