package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.EngagementUpdated;
import clientportal.access.ids.Reminders;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the name, the due date, the reminders of an engagement, or whether those who are asked
 * see how far the others are. Nobody is notified; the lists of those who are asked follow at once.
 */
record UpdateEngagement(Access access, Table table, Ids ids) {
  WholeEngagement handle(
      Caller caller, EngagementPath path, Body<EngagementPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private WholeEngagement attempt(
      Caller caller, EngagementPath path, Body<EngagementPatch> body, Precondition precondition) {
    Key firm = TableKeys.firm(path.client().firm());
    Reach reach = access.reach(caller, path, List.of(firm));
    reach.require(Action.CHANGE);
    EngagementPatch patch = body.read();
    WholeEngagement whole = Changes.whole(path, reach, table);
    precondition.check(whole.engagement().revision());
    Reminders ofFirm = Firm.fromItem(reach.item(firm)).settings().reminders().reminders();
    return Changes.require(whole.change(before -> patch.applyTo(before, ofFirm)))
        .map(changed -> write(changed, reach))
        .orElse(whole);
  }

  private WholeEngagement write(Outcome.Changed changed, Reach reach) {
    List<Write> writes = new ArrayList<>(RequestWrites.of(changed, reach.now()));
    writes.add(reach.recorder(ids).record(new EngagementUpdated(Changes.named(changed.after()))));
    table.write(writes);
    return changed.after();
  }
}
