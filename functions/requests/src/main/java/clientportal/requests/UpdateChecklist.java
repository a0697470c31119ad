package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.ChecklistArchived;
import clientportal.access.events.EventData.ChecklistRestored;
import clientportal.access.events.EventData.ChecklistUpdated;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.ItemTemplate;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes a checklist, archives it, or takes it out of the archive. What was asked from it before
 * stays as it was asked; nobody is notified.
 */
record UpdateChecklist(Access access, Table table, Ids ids) {
  WholeChecklist handle(
      Caller caller, ChecklistPath path, Body<ChecklistPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private WholeChecklist attempt(
      Caller caller, ChecklistPath path, Body<ChecklistPatch> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of(RequestKeys.checklistItems(path)));
    reach.require(Action.WRITE_CHECKLISTS);
    ChecklistPatch patch = body.read();
    Checklist before = Checklist.fromItem(reach.item(RequestKeys.checklist(path)));
    precondition.check(before.revision());
    ChecklistItems itemsBefore = ChecklistItems.of(before, reach.items());
    Checklist after = patch.applyTo(before, itemsBefore.all());
    if (after.equals(before)) {
      return new WholeChecklist(before, itemsBefore.all());
    }
    List<ItemTemplate> items = patch.items().orElse(itemsBefore.all());
    List<Write> writes = new ArrayList<>();
    writes.add(Write.replace(after.toItem(), before.revision()));
    if (after.version() != before.version()) {
      writes.add(Write.put(new ChecklistItems(path, after.version(), items).toItem()));
    }
    happened(before, after).map(reach.recorder(ids)::record).forEach(writes::add);
    table.write(writes);
    return new WholeChecklist(after, items);
  }

  private static Stream<EventData> happened(Checklist before, Checklist after) {
    Stream.Builder<EventData> events = Stream.builder();
    boolean moved = after.archived() != before.archived();
    if (!after.equals(moved ? before.withArchived(after.archived()) : before)) {
      events.add(new ChecklistUpdated(after.named()));
    }
    if (moved) {
      events.add(
          after.archived()
              ? new ChecklistArchived(after.named())
              : new ChecklistRestored(after.named()));
    }
    return events.build();
  }
}
