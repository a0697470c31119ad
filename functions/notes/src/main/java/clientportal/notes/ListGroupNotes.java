package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.GroupNote;
import clientportal.platform.http.Listed;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the group notes of a firm, newest first, each with the beginning of its text. */
record ListGroupNotes(Access access, Table table) {
  Listed<JsonObject> handle(Caller caller, FirmPath firm, ListedPage listed) {
    Reach reach = access.reach(caller, firm, List.of(TableKeys.sharePolicy(firm.firm())));
    reach.require(Action.WRITE_NOTES);
    String partition = TableKeys.groupNotes(firm.firm(), listed.archived());
    Page page = table.page(listed.apply(Query.of(Query.Index.NAMES, partition).backwards()));
    List<GroupNote> notes = page.items().stream().map(GroupNote::fromItem).toList();
    Items excerpts =
        table.read(notes.stream().map(note -> TableKeys.noteExcerpt(note.path())).toList());
    return new Listed<>(
        notes.stream()
            .map(note ->
                NoteView.listedWhole(
                    note, Excerpt.of(note.path(), excerpts), reach.shareState(note)))
            .toList(),
        page);
  }
}
