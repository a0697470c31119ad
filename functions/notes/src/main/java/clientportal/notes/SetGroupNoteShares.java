package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.GroupNoteClosed;
import clientportal.access.events.EventData.GroupNoteOpened;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.GroupNote;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;

/**
 * Opens a group note to all participants at one time, or closes it. That is one write, whatever
 * their number; their lists follow, and then their readers are notified.
 */
record SetGroupNoteShares(Access access, Table table, Ids ids) {
  GroupNote handle(
      Caller caller, GroupNotePath path, Body<NewGroupShares> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private GroupNote attempt(
      Caller caller, GroupNotePath path, Body<NewGroupShares> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.SHARE);
    NewGroupShares shares = body.read();
    GroupNote before = GroupNote.fromItem(reach.item(TableKeys.groupNote(path)));
    precondition.check(before.revision());
    before.requireLive();
    if (shares.open() && reach.policy().closes(before.documentType())) {
      throw Sharing.notShareable();
    }
    if (shares.open() == before.opening().isPresent()) {
      return before;
    }
    GroupNote after = shares.open() ? before.opened(reach.actor(), reach.now()) : before.closed();
    table.write(
        List.of(
            Write.replace(after.toItem(), before.revision()),
            reach
                .recorder(ids)
                .record(
                    shares.open()
                        ? new GroupNoteOpened(after.named(), after.participants())
                        : new GroupNoteClosed(after.named(), after.participants()))));
    return after;
  }
}
