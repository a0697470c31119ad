package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.table.Attempts;
import java.util.List;

/** Shows a checklist with its items. */
record GetChecklist(Access access) {
  WholeChecklist handle(Caller caller, ChecklistPath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private WholeChecklist attempt(Caller caller, ChecklistPath path) {
    Reach reach = access.reach(caller, path, List.of(RequestKeys.checklistItems(path)));
    reach.require(Action.WRITE_CHECKLISTS);
    Checklist checklist = Checklist.fromItem(reach.item(RequestKeys.checklist(path)));
    return new WholeChecklist(checklist, ChecklistItems.of(checklist, reach.items()).all());
  }
}
