package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.ShareState;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.NoteArchived;
import clientportal.access.events.EventData.NoteEdited;
import clientportal.access.events.EventData.NoteRestored;
import clientportal.access.events.EventData.NoteTypeChanged;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Note;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Edits a note, gives it a type, archives it, or takes it out of the archive. Earlier texts are
 * kept. The lists of its readers follow at once, and nobody is notified.
 */
record UpdateNote(Access access, Table table, Ids ids) {
  /** The note with its text and its share state, as they are then. */
  record Changed(Note note, String text, ShareState shareState) {}

  Changed handle(Caller caller, NotePath path, Body<NotePatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Changed attempt(
      Caller caller, NotePath path, Body<NotePatch> body, Precondition precondition) {
    FirmId firm = path.client().firm();
    List<Key> keys = new ArrayList<>(List.of(TableKeys.noteText(path)));
    keys.addAll(DocumentTypes.keys(firm, body.ifValid().flatMap(NotePatch::given)));
    Reach reach = access.reach(caller, path, keys);
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
    Optional<DocumentTypeId> type = patch.documentType().applyTo(before.documentType());
    if (!type.equals(before.documentType())) {
      patch.requireEditable(before.archived());
      DocumentTypes.requireGiven(firm, type, reach.items());
      after = after.withDocumentType(type);
    }
    if (patch.archived().orElse(before.archived()) != before.archived()) {
      after = after.withArchived(!before.archived());
    }
    if (after.equals(before)) {
      return new Changed(before, text.text(), reach.shareState(before));
    }
    writes.add(Write.replace(after.toItem(), before.revision()));
    writes.addAll(FeedRow.changes(before, after));
    happened(before, after).map(reach.recorder(ids)::record).forEach(writes::add);
    table.write(writes);
    return new Changed(after, text.text(), reach.shareState(after));
  }

  private static Stream<EventData> happened(Note before, Note after) {
    Stream.Builder<EventData> events = Stream.builder();
    if (after.version() != before.version()) {
      events.add(new NoteEdited(after.named(), after.version()));
    }
    if (!after.documentType().equals(before.documentType())) {
      events.add(new NoteTypeChanged(after.named(), after.documentType()));
    }
    if (after.archived() != before.archived()) {
      events.add(
          after.archived() ? new NoteArchived(after.named()) : new NoteRestored(after.named()));
    }
    return events.build();
  }
}
