package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Grants;
import clientportal.access.decision.ShareState;
import clientportal.access.events.EventData.NoteCreated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.Note;
import clientportal.access.shares.PlannedShares;
import clientportal.access.shares.Sharing;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a note about a client, and opens it to the recipients of a set in the same moment. */
record CreateNote(Access access, Table table, Ids ids) {
  /** The note, with its text and its share state. */
  record Created(Note note, String text, ShareState shareState) {}

  Created handle(Caller caller, ClientPath client, Body<NewNote> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Created attempt(
      Caller caller, ClientPath client, Body<NewNote> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.addAll(Sharing.keys(client, body.ifValid().map(NewNote::shares)));
    keys.addAll(DocumentTypes.keys(client.firm(), body.ifValid().flatMap(NewNote::documentType)));
    keys.add(TableKeys.sharePolicy(client.firm()));
    Reach reach = access.reach(caller, client, keys);
    reach.require(Action.WRITE_NOTES);
    NewNote command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return read(new NotePath(client, new NoteId(earlier.get())), reach);
    }
    DocumentTypes.requireGiven(client.firm(), command.documentType(), reach.items());
    if (command.isShared()) {
      reach.require(Action.SHARE);
    }
    return write(command, new NotePath(client, new NoteId(ids.next())), reach, idempotency);
  }

  private Created write(NewNote command, NotePath path, Reach reach, Idempotency idempotency) {
    Note unshared =
        Note.create(path, command.title(), command.documentType(), reach.actor(), reach.now());
    Recorder recorder = reach.recorder(ids);
    List<Write> writes = new ArrayList<>(idempotency.remember(path.note().value(), reach.now()));
    NoteText text = NoteText.newest(unshared, command.text(), unshared.by(), reach.now());
    writes.add(Write.create(text.toItem()));
    writes.add(Write.create(Excerpt.of(text, Optional.empty()).toItem()));
    writes.add(recorder.record(new NoteCreated(unshared.named())));
    PlannedShares planned =
        new Sharing(table, ids)
            .plan(reach, unshared, Grants.NONE, command.shares(), writes.size() + 1);
    Note note = unshared.withGrants(planned.shares().item().grants());
    writes.add(Write.create(note.toItem()));
    writes.addAll(planned.writes());
    table.write(writes);
    return new Created(note, command.text(), reach.shareState(note));
  }

  private Created read(NotePath path, Reach reach) {
    Items items = table.read(List.of(TableKeys.note(path), TableKeys.noteText(path)));
    Note note = Note.fromItem(items.require(TableKeys.note(path)));
    return new Created(note, NoteText.of(note, items).text(), reach.shareState(note));
  }
}
