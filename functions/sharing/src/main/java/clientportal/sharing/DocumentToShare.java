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
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/** The document of a path, if it is one that can be shared: it is available. */
record DocumentToShare(Table table) {
  private static final int FIRST_VERSION = 1;

  /**
   * Returns the document, after the decision.
   *
   * @throws ProblemException to staff also {@code not-available}, while its bytes have not come or
   *     were rejected
   */
  SharedDocument require(Reach reach, Action action, DocumentPath path) {
    Optional<Item> item = reach.subject();
    if (item.isEmpty() && reach.staff().isPresent() && isDeclared(path)) {
      throw reach.allows(action)
          ? new ProblemException(
              ProblemType.NOT_AVAILABLE, "Only a document that is available can be shared.")
          : new ProblemException(
              ProblemType.PERMISSION_REQUIRED, "Sharing takes the permission webPortal.");
    }
    reach.require(action);
    return SharedDocument.fromItem(item.orElseThrow());
  }

  private boolean isDeclared(DocumentPath path) {
    Key declared = TableKeys.upload(path.folder(), path.document(), FIRST_VERSION);
    return table.read(List.of(declared)).at(declared).isPresent();
  }

  /** Returns the grants of the folder that are in force: the document is open through them too. */
  static Grants inherited(Reach reach) {
    return new Grants(reach.folder().grants().inForce(reach.now()));
  }
}
