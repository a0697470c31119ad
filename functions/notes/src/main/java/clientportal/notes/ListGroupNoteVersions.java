package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.GroupNotePath;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the texts of a group note, the newest first. */
record ListGroupNoteVersions(Access access, Table table) {
  Listed<NoteText> handle(Caller caller, GroupNotePath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_VERSIONS);
    return new NoteTexts(table).page(path, paging);
  }
}
