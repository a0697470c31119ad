package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.GroupNote;
import java.util.List;

/** Shows whether a group note is open to all participants, and how many those are. */
record GetGroupNoteShares(Access access) {
  GroupNote handle(Caller caller, GroupNotePath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_SHARES);
    return GroupNote.fromItem(reach.item(TableKeys.groupNote(path)));
  }
}
