package clientportal.notes;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.events.EventData.Subscription.GroupNotes;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.FeedRow;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participation;
import clientportal.delivery.EventMessage;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Group notes about clients with active accounts, without I/O. */
final class TestGroupNotes {
  final TestNotes notes = new TestNotes();
  final PersonId staff = notes.staff;
  final PersonId sharer = notes.sharer;
  final ClientPath carla = notes.client;
  final ClientPath hugo = client("Hugo Client");
  final Table table = notes.firm.table;
  private final Set<Key> relayed = new HashSet<>();

  ClientPath client(String name) {
    ClientPath path = new ClientPath(notes.firm.id, new ClientId(notes.firm.ids.next()));
    notes.write(
        Write.create(
            new Client(
                    path,
                    Client.Kind.CLIENT,
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    notes.clock.instant(),
                    List.of(),
                    AccountStatus.ACTIVE,
                    1)
                .toItem()));
    return path;
  }

  static String ids(ClientPath... clients) {
    return Stream.of(clients)
        .map(client -> "\"" + client.client() + "\"")
        .collect(Collectors.joining(", "));
  }

  // ---- Calls as a whole ----

  private Exchange to(String method, PersonId caller, String path) {
    return Exchange.of(method, path).as(caller.value()).path("firmId", notes.firm.id);
  }

  Exchange to(String method, PersonId caller, GroupNotePath note, String below) {
    return to(method, caller, note + below).path("noteId", note.note());
  }

  Exchange toList(String method, PersonId caller) {
    return to(method, caller, new FirmPath(notes.firm.id) + "/group-notes");
  }

  Exchange.Answer create(Table through, PersonId caller, String json) {
    return toList("POST", caller)
        .json(json)
        .send(new CreateGroupNoteHandler(notes.module(through).createGroupNote()));
  }

  /** Writes a group note about clients. */
  GroupNotePath note(ClientPath... clients) {
    Exchange.Answer created =
        create(
            table,
            staff,
            "{\"title\": \"Holidays\", \"text\": \"We are closed.\", \"clientIds\": [%s]}"
                .formatted(ids(clients)));
    if (created.status() != 201) {
      throw new AssertionError(created.body());
    }
    return new GroupNotePath(notes.firm.id, new NoteId((String) created.get("noteId")));
  }

  Exchange.Answer list(Table through, PersonId caller) {
    return toList("GET", caller)
        .send(new ListGroupNotesHandler(notes.module(through).listGroupNotes()));
  }

  Exchange.Answer get(Table through, PersonId caller, GroupNotePath note) {
    return to("GET", caller, note, "")
        .send(new GetGroupNoteHandler(notes.module(through).getGroupNote()));
  }

  Exchange.Answer update(Table through, PersonId caller, GroupNotePath note, String json) {
    return to("PATCH", caller, note, "")
        .json(json)
        .send(new UpdateGroupNoteHandler(notes.module(through).updateGroupNote()));
  }

  Exchange.Answer archive(Table through, PersonId caller, GroupNotePath note) {
    return to("DELETE", caller, note, "")
        .send(new ArchiveGroupNoteHandler(notes.module(through).updateGroupNote()));
  }

  Exchange.Answer versions(Table through, PersonId caller, GroupNotePath note) {
    return to("GET", caller, note, "/versions")
        .send(new ListGroupNoteVersionsHandler(notes.module(through).listGroupNoteVersions()));
  }

  Exchange.Answer participants(Table through, PersonId caller, GroupNotePath note) {
    return to("GET", caller, note, "/participants")
        .send(new ListParticipantsHandler(notes.module(through).listParticipants()));
  }

  Exchange.Answer change(Table through, PersonId caller, GroupNotePath note, String json) {
    return to("POST", caller, note, "/participants")
        .json(json)
        .send(new ChangeParticipantsHandler(notes.module(through).changeParticipants()));
  }

  Exchange.Answer add(GroupNotePath note, ClientPath... clients) {
    return change(table, sharer, note, "{\"add\": [" + ids(clients) + "]}");
  }

  Exchange.Answer remove(GroupNotePath note, ClientPath... clients) {
    return change(table, sharer, note, "{\"remove\": [" + ids(clients) + "]}");
  }

  Exchange.Answer share(Table through, PersonId caller, GroupNotePath note, boolean open) {
    return to("PUT", caller, note, "/shares")
        .json("{\"recipients\": [%s]}".formatted(open ? "{\"recipient\": \"all-authorized\"}" : ""))
        .send(new SetGroupNoteSharesHandler(notes.module(through).setGroupNoteShares()));
  }

  Exchange.Answer open(GroupNotePath note) {
    return share(table, sharer, note, true);
  }

  Exchange.Answer close(GroupNotePath note) {
    return share(table, sharer, note, false);
  }

  Exchange.Answer shares(Table through, PersonId caller, GroupNotePath note) {
    return to("GET", caller, note, "/shares")
        .send(new GetGroupNoteSharesHandler(notes.module(through).getGroupNoteShares()));
  }

  // ---- Calls under a participant ----

  static ParticipantPath under(ClientPath client, GroupNotePath note) {
    return new ParticipantPath(client, note.note());
  }

  Exchange to(String method, PersonId caller, ParticipantPath path, String below) {
    return to(method, caller, path + below)
        .path("clientId", path.client().client())
        .path("noteId", path.note());
  }

  Exchange.Answer read(Table through, PersonId caller, ParticipantPath path) {
    return to("GET", caller, path, "")
        .send(new ReadGroupNoteHandler(notes.module(through).readGroupNote()));
  }

  Exchange.Answer shareWith(
      Table through, PersonId caller, ParticipantPath path, Recipient... recipients) {
    return to("PUT", caller, path, "/shares")
        .json("{\"recipients\": [%s]}".formatted(TestNotes.shares(recipients)))
        .send(
            new SetParticipantSharesHandler(
                notes.module(through).setParticipantShares(), notes.clock));
  }

  Exchange.Answer sharesWith(Table through, PersonId caller, ParticipantPath path) {
    return to("GET", caller, path, "/shares")
        .send(new GetParticipantSharesHandler(notes.module(through).getParticipantShares()));
  }

  // ---- What is stored, and what follows ----

  GroupNote stored(GroupNotePath note) {
    return GroupNote.fromItem(table.require(TableKeys.groupNote(note)));
  }

  Optional<Participation> stored(ParticipantPath path) {
    Items items =
        table.read(List.of(TableKeys.participant(path), TableKeys.groupNote(path.group())));
    return Participation.at(path, items);
  }

  /** Returns the messages of what happened since the last time, in any order. */
  List<EventMessage> messages() {
    List<EventMessage> messages = new ArrayList<>();
    notes.firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .filter(event -> event.data() instanceof GroupNotes && relayed.add(event.key()))
        .forEach(event ->
            messages.addAll(
                EventMessage.of(event.key(), ((GroupNotes) event.data()).participants())));
    return messages;
  }

  void follow(Table through, EventMessage message) {
    new FanOutGroupNote(through).handle(message);
  }

  /** Lets the lists follow everything that happened. */
  void settle() {
    messages().forEach(message -> follow(table, message));
  }

  List<FeedRow> feed(ClientPath client, Recipient recipient, boolean archived) {
    return notes
        .firm
        .table
        .partition(TableKeys.feed(client, FeedName.of(recipient), archived))
        .stream()
        .map(item -> FeedRow.fromItem(client, FeedName.of(recipient), item))
        .toList();
  }

  /** Returns what the readers of a client were notified of, in any order. */
  List<Event> notified(ClientPath client) {
    return notes.firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .filter(event ->
            event.data() instanceof GroupNoteShared shared && shared.client().equals(client))
        .toList();
  }
}
