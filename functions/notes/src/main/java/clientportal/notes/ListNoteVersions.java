package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.NotePath;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the texts of a note, the newest first. */
record ListNoteVersions(Access access, Table table) {
  Listed<NoteText> handle(Caller caller, NotePath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_VERSIONS);
    return new NoteTexts(table).page(path, paging);
  }
}
