package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.StaffMember;
import java.util.List;

/** Shows a staff member to the firm's staff. */
record GetStaff(Access access) {
  StaffMember handle(Caller caller, StaffPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_STAFF);
    FirmId firm = path.firm().firm();
    return StaffMember.fromItem(reach.item(TableKeys.staff(firm, path.staff()))).at(reach.now());
  }
}
