package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.ShareState;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.GroupNote;
import clientportal.platform.table.Attempts;
import java.util.List;

/** Shows a group note to staff, with its newest text and the number of its participants. */
record GetGroupNote(Access access) {
  /** The group note, its newest text and its share state. */
  record Found(GroupNote note, String text, ShareState shareState) {}

  Found handle(Caller caller, GroupNotePath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private Found attempt(Caller caller, GroupNotePath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.noteText(path)));
    reach.require(Action.READ);
    GroupNote note = GroupNote.fromItem(reach.item(TableKeys.groupNote(path)));
    return new Found(note, NoteText.of(note, reach.items()).text(), reach.shareState(note));
  }
}
