package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.shares.SharesToChoose;
import clientportal.platform.table.Table;
import java.util.List;

/** Shows to whom a folder is open, and the candidates for a share. */
record GetFolderShares(Access access, Table table) {
  SharesToChoose handle(Caller caller, FolderPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(Action.READ_SHARES);
    return SharesToChoose.of(reach.folder(), Grants.NONE, reach, table);
  }
}
