package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.NoteArchived;
import clientportal.access.events.EventData.NoteEdited;
import clientportal.access.events.EventData.NoteRestored;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Note;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Edits a note, archives it, or takes it out of the archive. Earlier texts are kept. The lists of
 * its readers follow at once, and nobody is notified.
 */
record UpdateNote(Access access, Table table, Ids ids) {
  /** The note with its text as they are then, and when that was. */
  record Changed(Note note, String text, Instant at) {}

  Changed handle(Caller caller, NotePath path, Body<NotePatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Changed attempt(
      Caller caller, NotePath path, Body<NotePatch> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.noteText(path)));
    reach.require(Action.CHANGE);
    NotePatch patch = body.read();
    Note before = Note.fromItem(reach.item(TableKeys.note(path)));
    precondition.check(before.revision());
    NoteText text = NoteText.of(before, reach.items());
    boolean edits = patch.edits(text);
    Note after = before;
    List<Write> writes = new ArrayList<>();
    if (edits) {
      patch.requireEditable(before.archived());
      String newText = patch.text().orElse(text.text());
      after = after.edited(patch.title().orElse(text.title()), reach.now());
      NoteText edited = NoteText.newest(after, newText, reach.actor(), reach.now());
      writes.addAll(text.replacedBy(edited));
      text = edited;
    }
    if (patch.archived().orElse(before.archived()) != before.archived()) {
      after = after.withArchived(!before.archived());
    }
    if (after.equals(before)) {
      return new Changed(before, text.text(), reach.now());
    }
    writes.add(Write.replace(after.toItem(), before.revision()));
    writes.addAll(FeedRow.changes(before, after));
    happened(before, after).map(reach.recorder(ids)::record).forEach(writes::add);
    table.write(writes);
    return new Changed(after, text.text(), reach.now());
  }

  private static Stream<EventData> happened(Note before, Note after) {
    Stream.Builder<EventData> events = Stream.builder();
    if (after.version() != before.version()) {
      events.add(new NoteEdited(after.named(), after.version()));
    }
    if (after.archived() != before.archived()) {
      events.add(
          after.archived() ? new NoteArchived(after.named()) : new NoteRestored(after.named()));
    }
    return events.build();
  }
}
