package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.ItemUpdated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes what is asked for in an item, its due date, its assignee, or its place among the others.
 * Another assignee is notified, and the item is closed at once to the one before.
 */
record UpdateItem(Access access, Table table, Ids ids) {
  RequestItem handle(Caller caller, RequestItemPath path, Body<ItemPatch> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private RequestItem attempt(Caller caller, RequestItemPath path, Body<ItemPatch> body) {
    Reach reach = access.reach(caller, path, contacts(body, path));
    reach.require(Action.CHANGE);
    ItemPatch patch = body.read();
    WholeEngagement whole = Changes.whole(path.engagement(), reach, table);
    RequestItem item =
        whole.item(path.item()).orElseThrow(() -> new ConflictException("the item has just gone"));
    reach.require(Action.CHANGE, item);
    Recipient.Party assignee = patch.assignee().orElse(item.assignee());
    if (!assignee.equals(item.assignee())) {
      Assignees.requirePermitted(assignee, path.engagement().client(), reach);
    }
    patch.place().ifPresent(place -> requireThere(place, item, whole));
    Optional<Outcome.Changed> changed =
        Changes.require(whole.update(patch.applyTo(item), assignee, patch.place(), reach.now()));
    changed.ifPresent(each -> write(each, item, reach));
    return changed.flatMap(each -> each.after().item(path.item())).orElse(item);
  }

  private static List<Key> contacts(Body<ItemPatch> body, RequestItemPath path) {
    return body
        .ifValid()
        .flatMap(ItemPatch::assignee)
        .filter(Recipient.Contact.class::isInstance)
        .map(contact -> Assignees.key(path.engagement().client(), contact))
        .stream()
        .toList();
  }

  private static void requireThere(
      WholeEngagement.Place place, RequestItem item, WholeEngagement whole) {
    Optional<ItemId> unknown =
        place.after().filter(other -> other.equals(item.id()) || whole.item(other).isEmpty());
    if (unknown.isPresent()) {
      throw ProblemException.unknownReferences(
          List.of(Fault.at("/after", Fault.Code.UNKNOWN, "is no other item of the engagement")));
    }
  }

  private void write(Outcome.Changed changed, RequestItem item, Reach reach) {
    WholeEngagement after = changed.after();
    Recorder recorder = reach.recorder(ids);
    List<Write> writes = new ArrayList<>(RequestWrites.of(changed, reach.now()));
    writes.add(recorder.record(new ItemUpdated(Changes.named(after), List.of(item.id()))));
    List<RequestItem> asked =
        after.items().stream()
            .filter(each -> each.state().isAsked())
            .filter(each ->
                changed
                    .before()
                    .item(each.id())
                    .filter(before -> !before.assignee().equals(each.assignee()))
                    .isPresent())
            .toList();
    if (!asked.isEmpty()) {
      Assignees assignees = Assignees.of(asked, after.path().client(), reach, table);
      writes.add(recorder.record(assignees.requested(after)));
      writes.addAll(assignees.invitations().writes(writes.size(), reach.now()));
    }
    table.write(writes);
  }
}
