package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.platform.table.Key;
import java.util.List;

/** Shows a firm to its staff. */
record GetFirm(Access access) {
  Firm handle(Caller caller, FirmPath path) {
    Key firm = TableKeys.firm(path.firm());
    Reach reach = access.reach(caller, path, List.of(firm));
    reach.require(Action.READ_FIRM);
    return Firm.fromItem(reach.item(firm));
  }
}
