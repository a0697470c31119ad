package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Note;
import clientportal.access.shares.ItemShares;
import clientportal.access.shares.NewShares;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;

/** Opens a note to the recipients of a set and to no others. */
record SetNoteShares(Access access, Table table, Ids ids) {
  ItemShares handle(Caller caller, NotePath path, Body<NewShares> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private ItemShares attempt(
      Caller caller, NotePath path, Body<NewShares> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, Sharing.keys(path.client(), body.ifValid()));
    reach.require(Action.SHARE);
    NewShares shares = body.read();
    Note note = Note.fromItem(reach.item(TableKeys.note(path)));
    precondition.check(note.revision());
    note.requireLive();
    return new Sharing(table, ids).save(reach, note, Grants.NONE, shares);
  }
}
