package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.ItemsSubmitted;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.Client;
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

/** Says that everything of some items is there, for all or for none; the team is notified. */
record SubmitItems(Access access, Table table, Ids ids) {
  List<RequestItem> handle(
      Caller caller, EngagementPath path, Body<ItemsToSubmit> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private List<RequestItem> attempt(
      Caller caller, EngagementPath path, Body<ItemsToSubmit> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.client(path.client()));
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.SUBMIT);
    ItemsToSubmit command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path, reach, table);
    List<RequestItem> named =
        Changes.named(
            new Changes.NamedItems(command.ids(), ItemsToSend.POINTER),
            Action.SUBMIT,
            whole,
            reach);
    if (earlier.isPresent()) {
      return named;
    }
    Optional<Outcome.Changed> changed =
        Changes.require(
            whole.apply(
                named.stream()
                    .map(item -> new WholeEngagement.Step(item.id(), new ItemAction.Submit()))
                    .toList(),
                new By(reach.asReader(), reach.now())));
    changed.ifPresent(each -> write(each, command, reach, idempotency));
    return Changes.items(command.ids(), changed.map(Outcome.Changed::after).orElse(whole));
  }

  private void write(
      Outcome.Changed changed, ItemsToSubmit command, Reach reach, Idempotency idempotency) {
    EngagementPath path = changed.after().path();
    Client client = Client.fromItem(reach.item(TableKeys.client(path.client())));
    List<Write> writes =
        new ArrayList<>(idempotency.remember(path.engagement().value(), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    writes.add(
        reach
            .recorder(ids)
            .by(reach.asReader())
            .record(
                new ItemsSubmitted(
                    Changes.named(changed.after()),
                    Changes.ids(Changes.changed(command.ids(), changed)),
                    client.team())));
    table.write(writes);
  }
}
