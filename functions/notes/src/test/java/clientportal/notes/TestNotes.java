package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Note;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notes about a client with an active account, without I/O. */
final class TestNotes {
  final TestFirm firm = new TestFirm();
  final ClientPath client = new ClientPath(firm.id, new ClientId(firm.ids.next()));
  final PersonId staff = firm.staff(Role.STAFF, false);
  final PersonId sharer = firm.staff(Role.STAFF, true);
  Clock clock = firm.clock;

  TestNotes() {
    write(
        Write.create(
            new Client(
                    client,
                    Client.Kind.CLIENT,
                    "Carla Client",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    TestFirm.NOW,
                    List.of(),
                    AccountStatus.ACTIVE,
                    1)
                .toItem()));
  }

  /** Lets a minute pass. */
  void later() {
    clock = Clock.offset(clock, Duration.ofMinutes(1));
  }

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  Exchange to(String method, PersonId caller, String below) {
    return Exchange.of(method, client + below)
        .as(caller.value())
        .path("firmId", client.firm())
        .path("clientId", client.client());
  }

  Exchange to(String method, PersonId caller, NotePath note, String below) {
    return Exchange.of(method, note + below)
        .as(caller.value())
        .path("firmId", note.client().firm())
        .path("clientId", note.client().client())
        .path("noteId", note.note());
  }

  NotesModule module(Table table) {
    return new NotesModule(new Access(table, clock), table, firm.ids);
  }

  Exchange.Answer create(Table table, PersonId caller, String json) {
    return to("POST", caller, "/notes")
        .json(json)
        .send(new CreateNoteHandler(module(table).createNote(), clock));
  }

  /** Writes a note that is open to recipients. */
  NotePath note(String title, String text, Recipient... recipients) {
    String json =
        "{\"title\": \"%s\", \"text\": \"%s\", \"shares\": {\"recipients\": [%s]}}"
            .formatted(title, text, shares(recipients));
    Exchange.Answer created = create(firm.table, sharer, json);
    if (created.status() != 201) {
      throw new AssertionError(created.body());
    }
    return new NotePath(client, new NoteId((String) created.get("noteId")));
  }

  static String shares(Recipient... recipients) {
    return String.join(
        ",",
        List.of(recipients).stream()
            .map(each -> "{\"recipient\": \"%s\", \"access\": \"view\"}".formatted(each.text()))
            .toList());
  }

  Exchange.Answer update(Table table, PersonId caller, NotePath note, String json) {
    return to("PATCH", caller, note, "")
        .json(json)
        .send(new UpdateNoteHandler(module(table).updateNote()));
  }

  Exchange.Answer archive(Table table, PersonId caller, NotePath note) {
    return to("DELETE", caller, note, "").send(new ArchiveNoteHandler(module(table).updateNote()));
  }

  Exchange.Answer get(Table table, PersonId caller, NotePath note) {
    return to("GET", caller, note, "").send(new GetNoteHandler(module(table).getNote()));
  }

  Exchange.Answer share(Table table, PersonId caller, NotePath note, String recipients) {
    return to("PUT", caller, note, "/shares")
        .json("{\"recipients\": [" + recipients + "]}")
        .send(new SetNoteSharesHandler(module(table).setNoteShares(), clock));
  }

  Exchange.Answer shares(Table table, PersonId caller, NotePath note) {
    return to("GET", caller, note, "/shares")
        .send(new GetNoteSharesHandler(module(table).getNoteShares()));
  }

  Exchange.Answer list(Table table, PersonId caller) {
    return to("GET", caller, "/notes").send(new ListNotesHandler(module(table).listNotes()));
  }

  Exchange.Answer activity(Table table, PersonId caller) {
    return to("GET", caller, "/activity")
        .send(new ListActivityHandler(module(table).listActivity()));
  }

  Exchange.Answer versions(Table table, PersonId caller, NotePath note) {
    return to("GET", caller, note, "/versions")
        .send(new ListNoteVersionsHandler(module(table).listNoteVersions()));
  }

  Note stored(NotePath path) {
    return Note.fromItem(((Table) firm.table).require(TableKeys.note(path)));
  }

  List<FeedRow> feed(Recipient recipient, boolean archived) {
    return firm.table.partition(TableKeys.feed(client, FeedName.of(recipient), archived)).stream()
        .map(item -> FeedRow.fromItem(client, FeedName.of(recipient), item))
        .toList();
  }

  /** What happened, in any order. */
  List<EventData> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .map(Event::data)
        .toList();
  }

  /** The types of what happened. */
  Set<String> eventTypes() {
    return events().stream()
        .map(event -> event.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The one event of a type. */
  <T> T event(Class<T> type) {
    List<T> events = events().stream().filter(type::isInstance).map(type::cast).toList();
    if (events.size() != 1) {
      throw new AssertionError(events());
    }
    return events.getFirst();
  }
}
