package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.events.Recorder;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.Client;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people say of an item that is asked of them; the team is notified. */
record OwnItem(Access access, Table table, Ids ids) {
  /** The event that the team is notified of. */
  @FunctionalInterface
  interface Happened {
    EventData of(NamedEngagement engagement, List<ItemId> items, List<StaffId> team);
  }

  /**
   * Does something to the item.
   *
   * @param action reads the body, if there is one
   */
  RequestItem change(
      Caller caller,
      RequestItemPath path,
      Supplier<ItemAction> action,
      Happened happened,
      Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, action, happened, idempotency));
  }

  private RequestItem attempt(
      Caller caller,
      RequestItemPath path,
      Supplier<ItemAction> action,
      Happened happened,
      Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.client(path.engagement().client()));
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.SUBMIT);
    ItemAction asked = action.get();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path.engagement(), reach, table);
    RequestItem item =
        whole.item(path.item()).orElseThrow(() -> new ConflictException("the item has just gone"));
    reach.require(Action.SUBMIT, item);
    if (earlier.isPresent()) {
      return item;
    }
    Optional<Outcome.Changed> changed =
        Changes.require(
            whole.apply(
                List.of(new WholeEngagement.Step(item.id(), asked)),
                new By(reach.asReader(), reach.now())));
    changed.ifPresent(each -> write(each, item.id(), happened, reach, idempotency));
    return changed.flatMap(each -> each.after().item(item.id())).orElse(item);
  }

  private void write(
      Outcome.Changed changed,
      ItemId item,
      Happened happened,
      Reach reach,
      Idempotency idempotency) {
    NamedEngagement engagement = Changes.named(changed.after());
    Client client = Client.fromItem(reach.item(TableKeys.client(engagement.path().client())));
    Recorder recorder = reach.recorder(ids).by(reach.asReader());
    List<Write> writes = new ArrayList<>(idempotency.remember(item.value(), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    writes.add(recorder.record(happened.of(engagement, List.of(item), client.team())));
    Changes.shown(changed).map(recorder::record).ifPresent(writes::add);
    table.write(writes);
  }
}
