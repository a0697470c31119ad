package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.ListedPage;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Note;
import clientportal.platform.http.Listed;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the notes about a client, newest first, each with the beginning of its text. */
record ListNotes(Access access, Table table) {
  Listed<JsonObject> handle(Caller caller, ClientPath client, ListedPage listed) {
    Reach reach = access.reach(caller, client, List.of(TableKeys.sharePolicy(client.firm())));
    reach.require(Action.WRITE_NOTES);
    String partition = TableKeys.notes(client, listed.archived());
    Page page = table.page(listed.apply(Query.of(Query.Index.NAMES, partition).backwards()));
    List<Note> notes = page.items().stream().map(Note::fromItem).toList();
    Items excerpts =
        table.read(notes.stream().map(note -> TableKeys.noteExcerpt(note.path())).toList());
    return new Listed<>(notes.stream().map(note -> view(note, excerpts, reach)).toList(), page);
  }

  private static JsonObject view(Note note, Items excerpts, Reach reach) {
    return NoteView.listed(note, Excerpt.of(note.path(), excerpts), reach.shareState(note));
  }
}
