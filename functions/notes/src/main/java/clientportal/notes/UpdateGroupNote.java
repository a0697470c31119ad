package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.ShareState;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.GroupNoteArchived;
import clientportal.access.events.EventData.GroupNoteEdited;
import clientportal.access.events.EventData.GroupNoteRestored;
import clientportal.access.events.EventData.GroupNoteTypeChanged;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.GroupNote;
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
 * Edits a group note, gives it a type, archives it, or takes it out of the archive. Earlier texts
 * are kept. Readers read the new one at once, and their lists follow; nobody is notified.
 */
record UpdateGroupNote(Access access, Table table, Ids ids) {
  /** The group note with its text and its share state, as they are then. */
  record Changed(GroupNote note, String text, ShareState shareState) {}

  Changed handle(
      Caller caller, GroupNotePath path, Body<NotePatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Changed attempt(
      Caller caller, GroupNotePath path, Body<NotePatch> body, Precondition precondition) {
    List<Key> keys = new ArrayList<>(List.of(TableKeys.noteText(path)));
    keys.addAll(DocumentTypes.keys(path.firm(), body.ifValid().flatMap(NotePatch::given)));
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.CHANGE);
    NotePatch patch = body.read();
    GroupNote before = GroupNote.fromItem(reach.item(TableKeys.groupNote(path)));
    precondition.check(before.revision());
    NoteText text = NoteText.of(before, reach.items());
    GroupNote after = before;
    List<Write> writes = new ArrayList<>();
    if (patch.edits(text)) {
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
      DocumentTypes.requireGiven(path.firm(), type, reach.items());
      after = after.withDocumentType(type);
    }
    if (patch.archived().orElse(before.archived()) != before.archived()) {
      after = after.withArchived(!before.archived());
    }
    if (!after.equals(before)) {
      writes.add(Write.replace(after.toItem(), before.revision()));
      happened(before, after).map(reach.recorder(ids)::record).forEach(writes::add);
      table.write(writes);
    }
    return new Changed(after, text.text(), reach.shareState(after));
  }

  private static Stream<EventData> happened(GroupNote before, GroupNote after) {
    Stream.Builder<EventData> events = Stream.builder();
    if (after.version() != before.version()) {
      int inLists = after.name().equals(before.name()) ? 0 : after.participants();
      events.add(new GroupNoteEdited(after.named(), after.version(), inLists));
    }
    if (!after.documentType().equals(before.documentType())) {
      events.add(
          new GroupNoteTypeChanged(after.named(), after.documentType(), after.participants()));
    }
    if (after.archived() != before.archived()) {
      events.add(
          after.archived()
              ? new GroupNoteArchived(after.named(), after.participants())
              : new GroupNoteRestored(after.named(), after.participants()));
    }
    return events.build();
  }
}
