package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.ShareState;
import clientportal.access.events.EventData.GroupNoteCreated;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participant;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a note about several clients of a firm, which is open to nobody. */
record CreateGroupNote(Access access, Table table, Ids ids) {
  /** The group note, with its text and its share state. */
  record Created(GroupNote note, String text, ShareState shareState) {}

  Created handle(Caller caller, FirmPath firm, Body<NewGroupNote> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, firm, body, idempotency));
  }

  private Created attempt(
      Caller caller, FirmPath firm, Body<NewGroupNote> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.sharePolicy(firm.firm()));
    keys.addAll(
        DocumentTypes.keys(firm.firm(), body.ifValid().flatMap(NewGroupNote::documentType)));
    body.ifValid().ifPresent(valid -> keys.addAll(valid.clients().keys(firm.firm())));
    Reach reach = access.reach(caller, firm, keys);
    reach.require(Action.WRITE_NOTES);
    NewGroupNote command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return read(new GroupNotePath(firm.firm(), new NoteId(earlier.get())), reach);
    }
    DocumentTypes.requireGiven(firm.firm(), command.documentType(), reach.items());
    command.clients().requireKnown(firm.firm(), reach.items());
    return write(
        command, new GroupNotePath(firm.firm(), new NoteId(ids.next())), reach, idempotency);
  }

  private Created write(
      NewGroupNote command, GroupNotePath path, Reach reach, Idempotency idempotency) {
    List<ClientId> clients = command.clients().ids();
    GroupNote note =
        GroupNote.create(
            path,
            command.title(),
            command.documentType(),
            reach.actor(),
            reach.now(),
            clients.size());
    NoteText text = NoteText.newest(note, command.text(), note.by(), reach.now());
    List<Write> writes = new ArrayList<>(idempotency.remember(path.note().value(), reach.now()));
    writes.add(Write.create(note.toItem()));
    writes.add(Write.create(text.toItem()));
    writes.add(Write.create(Excerpt.of(text, Optional.empty()).toItem()));
    for (ClientId client : clients) {
      ParticipantPath participant =
          new ParticipantPath(new ClientPath(path.firm(), client), path.note());
      writes.add(Write.create(Participant.add(participant, note, note.by(), reach.now()).toItem()));
    }
    writes.add(reach.recorder(ids).record(new GroupNoteCreated(note.named(), clients)));
    table.write(writes);
    return new Created(note, command.text(), reach.shareState(note));
  }

  private Created read(GroupNotePath path, Reach reach) {
    Items items = table.read(List.of(TableKeys.groupNote(path), TableKeys.noteText(path)));
    GroupNote note = GroupNote.fromItem(items.require(TableKeys.groupNote(path)));
    return new Created(note, NoteText.of(note, items).text(), reach.shareState(note));
  }
}
