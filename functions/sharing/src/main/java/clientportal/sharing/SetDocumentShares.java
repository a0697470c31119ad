package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.SharedDocument;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.function.Function;

/**
 * Opens a single document to the recipients of a set, and to no others but those whom its folder is
 * open to: they must be in the set.
 */
final class SetDocumentShares {
  private final Access access;
  private final Sharing sharing;
  private final DocumentToShare documents;

  SetDocumentShares(Access access, Table table, Ids ids) {
    this.access = access;
    this.sharing = new Sharing(table, ids);
    this.documents = new DocumentToShare(table);
  }

  /**
   * The body of a request.
   *
   * @param named reads whom it names, whatever the folder gives them
   * @param checked reads it when it is known what the folder gives
   */
  record Wanted(Body<NewShares> named, Function<Grants, Body<NewShares>> checked) {}

  ItemShares handle(PersonId caller, DocumentPath path, Wanted wanted, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, wanted, precondition));
  }

  private ItemShares attempt(
      PersonId caller, DocumentPath path, Wanted wanted, Precondition precondition) {
    Reach reach = access.reach(caller, path, Sharing.keys(path.folder().client(), wanted.named()));
    SharedDocument document = documents.require(reach, Action.SHARE, path);
    Grants inherited = DocumentToShare.inherited(reach);
    NewShares shares = wanted.checked().apply(inherited).read();
    precondition.check(document.revision());
    reach.folder().requireLive();
    if (document.archived()) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the document out of the archive first.");
    }
    return sharing.save(reach, document, inherited, shares);
  }
}
