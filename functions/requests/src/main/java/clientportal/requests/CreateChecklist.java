package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.ChecklistCreated;
import clientportal.access.ids.ChecklistId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a checklist with its items; nobody is notified. */
record CreateChecklist(Access access, Table table, Ids ids) {
  WholeChecklist handle(
      Caller caller, FirmPath firm, Body<NewChecklist> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, firm, body, idempotency));
  }

  private WholeChecklist attempt(
      Caller caller, FirmPath firm, Body<NewChecklist> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, firm, idempotency.keys());
    reach.require(Action.WRITE_CHECKLISTS);
    NewChecklist command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return read(new ChecklistPath(firm.firm(), new ChecklistId(earlier.get())));
    }
    ChecklistPath path = new ChecklistPath(firm.firm(), new ChecklistId(ids.next()));
    Checklist checklist =
        Checklist.create(path, command.name(), command.description(), command.items(), reach.now());
    ChecklistItems items = new ChecklistItems(path, checklist.version(), command.items());
    List<Write> writes =
        new ArrayList<>(idempotency.remember(path.checklist().value(), reach.now()));
    writes.add(Write.create(checklist.toItem()));
    writes.add(Write.create(items.toItem()));
    writes.add(reach.recorder(ids).record(new ChecklistCreated(checklist.named())));
    table.write(writes);
    return new WholeChecklist(checklist, command.items());
  }

  private WholeChecklist read(ChecklistPath path) {
    Items items =
        table.read(List.of(RequestKeys.checklist(path), RequestKeys.checklistItems(path)));
    Checklist checklist = Checklist.fromItem(items.require(RequestKeys.checklist(path)));
    return new WholeChecklist(checklist, ChecklistItems.of(checklist, items).all());
  }
}
