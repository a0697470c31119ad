package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.SharedDocument;
import clientportal.access.shares.ItemShares;
import clientportal.access.shares.NewShares;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.function.Function;

/**
 * Opens a single document to the recipients of a set and to no others. The recipients to whom its
 * folder is open must be in the set.
 */
record SetDocumentShares(Access access, Table table, Ids ids) {
  /**
   * Saves the set.
   *
   * @param body the body, read which is read with the access levels that it may give
   */
  ItemShares handle(
      Caller caller,
      DocumentPath path,
      Function<NewShares.Levels, Body<NewShares>> body,
      Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private ItemShares attempt(
      Caller caller,
      DocumentPath path,
      Function<NewShares.Levels, Body<NewShares>> body,
      Precondition precondition) {
    Body<NewShares> any = body.apply(NewShares.Levels.ANY);
    Reach reach = access.reach(caller, path, Sharing.keys(path.folder().client(), any.ifValid()));
    SharedDocument document = DocumentToShare.require(reach, Action.SHARE, path);
    Grants inherited = DocumentToShare.inherited(reach);
    NewShares shares = body.apply(NewShares.Levels.ofDocument(inherited)).read();
    precondition.check(document.revision());
    reach.folder().requireLive();
    if (document.archived()) {
      throw new ProblemException(
          ProblemType.ARCHIVED, "Take the document out of the archive first.");
    }
    return new Sharing(table, ids).save(reach, document, inherited, shares);
  }
}
