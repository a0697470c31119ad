package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Action;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Note;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import java.util.List;

/** Shows a note to staff and to its readers, with its newest text. */
record GetNote(Access access) {
  /** What was found, and how the caller sees it. */
  record Found(Note note, JsonObject view) {}

  Found handle(Caller caller, NotePath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private Found attempt(Caller caller, NotePath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.noteText(path)));
    reach.require(Action.READ);
    Note note = Note.fromItem(reach.item(TableKeys.note(path)));
    String text = NoteText.of(note, reach.items()).text();
    return new Found(
        note,
        reach.staff().isPresent()
            ? NoteView.forStaff(note, text, reach.shareState(note))
            : NoteView.forReader(note, text, open(note, reach)));
  }

  private static AccessLevel open(Note note, Reach reach) {
    return reach
        .link()
        .flatMap(link -> note.grants().openTo(link, reach.now()))
        .orElseThrow(() -> new IllegalStateException("a reader without access"));
  }
}
