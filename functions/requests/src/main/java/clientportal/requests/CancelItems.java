package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.ItemsCancelled;
import clientportal.access.events.Recorder;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.By;
import clientportal.access.records.ItemStatus;
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

/** Asks no more for items, all or none of them; drafts are gone. */
record CancelItems(Access access, Table table, Ids ids) {
  List<RequestItem> handle(
      Caller caller, EngagementPath path, Body<ItemsToCancel> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private List<RequestItem> attempt(
      Caller caller, EngagementPath path, Body<ItemsToCancel> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, path, idempotency.keys());
    reach.require(Action.PREPARE_REQUEST);
    ItemsToCancel command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path, reach, table);
    if (earlier.isPresent()) {
      return Changes.items(command.ids(), whole);
    }
    List<RequestItem> named =
        Changes.named(
            new Changes.NamedItems(command.ids(), ItemsToSend.POINTER), Action.READ, whole, reach);
    named.forEach(item -> reach.require(Action.CHANGE, item));
    Optional<Outcome.Changed> changed =
        Changes.require(
            whole.apply(
                named.stream()
                    .map(item -> new WholeEngagement.Step(item.id(), new ItemAction.Cancel()))
                    .toList(),
                new By(reach.actor(), reach.now())));
    changed.ifPresent(each -> write(each, reach, idempotency));
    return Changes.items(command.ids(), changed.map(Outcome.Changed::after).orElse(whole));
  }

  private void write(Outcome.Changed changed, Reach reach, Idempotency idempotency) {
    WholeEngagement after = changed.after();
    Recorder recorder = reach.recorder(ids);
    List<Write> writes =
        new ArrayList<>(idempotency.remember(after.path().engagement().value(), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    happened(changed).map(recorder::record).ifPresent(writes::add);
    table.write(writes);
  }

  /** Returns that items are no more asked for; empty if a change cancels none. */
  static Optional<ItemsCancelled> happened(Outcome.Changed changed) {
    List<RequestItem> cancelled =
        changed.before().items().stream()
            .filter(item -> item.status() != ItemStatus.CANCELLED)
            .filter(item ->
                changed
                    .after()
                    .item(item.id())
                    .filter(after -> after.status() != ItemStatus.CANCELLED)
                    .isEmpty())
            .toList();
    return cancelled.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ItemsCancelled(
                Changes.named(changed.after()),
                Changes.ids(cancelled),
                List.copyOf(Assignees.parties(cancelled))));
  }
}
