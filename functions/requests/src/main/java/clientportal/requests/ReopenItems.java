package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.ItemsReopened;
import clientportal.access.events.Recorder;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.By;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks again for items that are settled, with a reason; for all or for none. */
record ReopenItems(Access access, Table table, Ids ids) {
  List<RequestItem> handle(
      Caller caller, EngagementPath path, Body<ItemsToReopen> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private List<RequestItem> attempt(
      Caller caller, EngagementPath path, Body<ItemsToReopen> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, path, idempotency.keys());
    reach.require(Action.REQUEST);
    ItemsToReopen command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path, reach, table);
    List<RequestItem> named =
        Changes.named(
            new Changes.NamedItems(command.ids(), ItemsToSend.POINTER), Action.READ, whole, reach);
    if (earlier.isPresent()) {
      return named;
    }
    ItemAction reopen = new ItemAction.Reopen(command.reason());
    Optional<Outcome.Changed> changed =
        Changes.require(
            whole.apply(
                named.stream().map(item -> new WholeEngagement.Step(item.id(), reopen)).toList(),
                new By(reach.actor(), reach.now())));
    changed.ifPresent(each -> write(each, command, reach, idempotency));
    return Changes.items(command.ids(), changed.map(Outcome.Changed::after).orElse(whole));
  }

  private void write(
      Outcome.Changed changed, ItemsToReopen command, Reach reach, Idempotency idempotency) {
    WholeEngagement after = changed.after();
    Recorder recorder = reach.recorder(ids);
    List<RequestItem> reopened = Changes.changed(command.ids(), changed);
    List<Write> writes =
        new ArrayList<>(idempotency.remember(after.path().engagement().value(), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    writes.add(
        recorder.record(
            new ItemsReopened(
                Changes.named(after),
                Changes.ids(reopened),
                List.copyOf(Assignees.parties(reopened)))));
    Changes.shown(changed).map(recorder::record).ifPresent(writes::add);
    table.write(writes);
  }
}
