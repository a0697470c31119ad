package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FirmSharePolicy;
import clientportal.platform.table.Table;
import java.util.List;

/** Shows a firm's share policy to its staff, and to operators, who set it. */
record GetSharePolicy(Access access, Table table) {
  SharePolicies handle(Caller caller, FirmPath path) {
    FirmId firm = path.firm();
    Reach reach =
        access.reach(
            caller,
            path,
            List.of(
                TableKeys.operator(caller.person()),
                TableKeys.firm(firm),
                TableKeys.sharePolicy(firm)));
    if (reach.staff().isEmpty() && Operators.is(caller.person(), reach.items())) {
      Operators.requireFirm(caller, firm, reach);
    } else {
      reach.require(Action.READ_FIRM);
    }
    return SharePolicies.read(FirmSharePolicy.of(firm, reach.items()), table);
  }
}
