package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for what was prepared, with one event however many items there are. */
record SendRequest(Access access, Table table, Ids ids) {
  Asked handle(
      Caller caller, EngagementPath path, Body<ItemsToSend> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private Asked attempt(
      Caller caller, EngagementPath path, Body<ItemsToSend> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.client(path.client()));
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.REQUEST);
    ItemsToSend command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path, reach, table);
    List<ItemId> named =
        earlier.isPresent() ? remembered(earlier.get()) : named(command, whole, reach);
    if (earlier.isEmpty() && named.isEmpty()) {
      Changes.requireNotRun(idempotency, reach, table);
    }
    Optional<Outcome.Changed> changed =
        earlier.isPresent()
            ? Optional.empty()
            : Changes.require(whole.apply(steps(named), by(reach)));
    WholeEngagement after = changed.map(Outcome.Changed::after).orElse(whole);
    Assignees assignees = Assignees.of(Changes.items(named, after), path.client(), reach, table);
    changed.ifPresent(each -> write(each, named, assignees, reach, idempotency));
    return assignees.asked();
  }

  private static By by(Reach reach) {
    return new By(reach.actor(), reach.now());
  }

  private static List<ItemId> named(ItemsToSend command, WholeEngagement whole, Reach reach) {
    return command
        .ids()
        .map(ids ->
            Changes.ids(
                Changes.named(
                    new Changes.NamedItems(ids, ItemsToSend.POINTER),
                    Action.REQUEST,
                    whole,
                    reach)))
        .orElseGet(() ->
            whole.items().stream()
                .filter(item -> item.status() == ItemStatus.DRAFT)
                .map(RequestItem::id)
                .toList());
  }

  private static List<WholeEngagement.Step> steps(List<ItemId> ids) {
    return ids.stream().map(id -> new WholeEngagement.Step(id, new ItemAction.Ask())).toList();
  }

  private void write(
      Outcome.Changed changed,
      List<ItemId> named,
      Assignees assignees,
      Reach reach,
      Idempotency idempotency) {
    Assignees asked =
        new Assignees(assignees.client(), Changes.changed(named, changed), assignees.people());
    List<Write> writes =
        new ArrayList<>(
            idempotency.remember(
                String.join(",", named.stream().map(ItemId::value).toList()), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    writes.add(reach.recorder(ids).record(asked.requested(changed.after())));
    writes.addAll(asked.invitations().writes(writes.size(), reach.now()));
    table.write(writes);
  }

  private static List<ItemId> remembered(String ids) {
    return List.of(ids.split(",", -1)).stream().map(ItemId::new).toList();
  }
}
