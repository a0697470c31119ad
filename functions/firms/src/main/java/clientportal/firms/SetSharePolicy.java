package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.SharePolicySet;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.FirmSharePolicy;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Sets which document types of a firm may be open to readers, for a reason that is kept. It holds
 * from the next request on; no share changes.
 */
record SetSharePolicy(Access access, Table table, Ids ids) {
  SharePolicies handle(
      Caller caller, FirmPath path, Body<NewSharePolicy> body, Precondition precondition) {
    FirmSharePolicy current = Attempts.run(() -> attempt(caller, path, body, precondition));
    return SharePolicies.read(current, table);
  }

  private FirmSharePolicy attempt(
      Caller caller, FirmPath path, Body<NewSharePolicy> body, Precondition precondition) {
    FirmId firm = path.firm();
    Reach reach =
        access.reach(
            caller,
            path,
            List.of(
                TableKeys.operator(caller.person()),
                TableKeys.firm(firm),
                TableKeys.sharePolicy(firm),
                TableKeys.documentTypes(firm)));
    Operators.requireFirm(caller, firm, reach);
    NewSharePolicy command = body.read();
    FirmSharePolicy before = FirmSharePolicy.of(firm, reach.items());
    precondition.check(before.revision());
    SharePolicy policy = command.policy(DocumentTypes.of(firm, reach.items()));
    if (policy.equals(before.policy())) {
      return before;
    }
    FirmSharePolicy after = before.with(policy);
    Actor operator = Actor.operator(caller.person());
    table.write(
        List.of(
            after.save(),
            new SharePolicyEntry(
                    firm, after.revision(), policy, command.reason(), reach.now(), operator)
                .create(),
            new Recorder(ids, operator, reach.now())
                .record(new SharePolicySet(firm, policy, command.reason()))));
    return after;
  }
}
