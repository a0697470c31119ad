package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Note;
import clientportal.access.shares.SharesToChoose;
import clientportal.platform.table.Table;
import java.util.List;

/** Shows the recipients of a note, and the candidates for a share. */
record GetNoteShares(Access access, Table table) {
  SharesToChoose handle(Caller caller, NotePath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(Action.READ_SHARES);
    Note note = Note.fromItem(reach.item(TableKeys.note(path)));
    return SharesToChoose.of(note, Grants.NONE, reach, table);
  }
}
