package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.platform.table.Key;
import java.util.List;

/** Says to whom a folder is open, and who may be chosen. */
record GetFolderShares(Access access, Contacts contacts) {
  SharesToChoose handle(PersonId caller, FolderPath path) {
    Key clientKey = TableKeys.client(path.client());
    Reach reach = access.reach(caller, path, List.of(clientKey));
    reach.require(Action.READ_SHARES);
    return SharesToChoose.of(
        reach.folder(),
        Grants.NONE,
        Client.fromItem(reach.item(clientKey)),
        contacts.byName(path.client()),
        reach.now());
  }
}
