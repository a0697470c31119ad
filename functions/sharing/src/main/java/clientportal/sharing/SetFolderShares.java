package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Folder;
import clientportal.access.shares.ItemShares;
import clientportal.access.shares.NewShares;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;

/** Opens a folder to the recipients of a set and to no others. */
record SetFolderShares(Access access, Table table, Ids ids) {
  ItemShares handle(
      Caller caller, FolderPath path, Body<NewShares> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private ItemShares attempt(
      Caller caller, FolderPath path, Body<NewShares> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, Sharing.keys(path.client(), body.ifValid()));
    reach.require(Action.SHARE);
    NewShares shares = body.read();
    Folder folder = reach.folder();
    precondition.check(folder.revision());
    folder.requireLive();
    return new Sharing(table, ids).save(reach, folder, Grants.NONE, shares);
  }
}
