package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.UploadedBy;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of notes, and the activity log. */
final class ListNotesTest {
  private final TestNotes notes = new TestNotes();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(notes.firm.table);

  private static List<Map<?, ?>> items(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
  }

  private static List<Object> values(Exchange.Answer answer, String name) {
    return items(answer).stream().<Object>map(item -> item.get(name)).toList();
  }

  @Test
  void notes_areListedNewestFirst_withTheBeginningOfTheirTexts() {
    notes.note("First", "💶".repeat(201));
    notes.later();
    notes.note("Second", "Short", Recipient.CLIENT);
    NotePath archived = notes.note("Third", "Gone");
    notes.archive(table, notes.staff, archived);
    long before = calls.made("read");

    Exchange.Answer answer = notes.list(table, notes.staff);

    assertThat(values(answer, "title")).containsExactly("Second", "First");
    assertThat(values(answer, "excerpt")).containsExactly("Short", "💶".repeat(200));
    assertThat(values(answer, "shareState")).containsExactly("selected", "none");
    assertThat(items(answer)).noneMatch(item -> item.containsKey("text"));
    assertThat(calls.made("read") - before).isEqualTo(2);
    Exchange.Answer others =
        notes
            .to("GET", notes.staff, "/notes")
            .query("archived", "true")
            .send(new ListNotesHandler(notes.module(table).listNotes()));
    assertThat(values(others, "title")).containsExactly("Third");
  }

  @Test
  void anEdit_isListed() {
    NotePath note = notes.note("First", "One");
    notes.update(table, notes.staff, note, "{\"title\": \"Other\", \"text\": \"Two\"}");

    assertThat(items(notes.list(table, notes.staff)))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.get("title")).isEqualTo("Other");
          assertThat(item.get("excerpt")).isEqualTo("Two");
          assertThat(item.get("editedAt")).isEqualTo("2026-03-01T09:30:00.000Z");
        });
  }

  @Test
  void onlyStaffOfTheFirm_listNotesAndActivity() {
    PersonId reader = notes.firm.link(notes.client);
    notes.note("First", "One", Recipient.CLIENT);

    for (PersonId caller : List.of(reader, TestFirm.person())) {
      assertThat(notes.list(table, caller).problem()).isEqualTo("not-found");
      assertThat(notes.activity(table, caller).problem()).isEqualTo("not-found");
    }
    Exchange.Answer faulty =
        notes
            .to("GET", notes.staff, "/notes")
            .query("archived", "maybe")
            .query("limit", "0")
            .send(new ListNotesHandler(notes.module(table).listNotes()));
    assertThat(faulty.get("errors").toString()).contains("archived", "limit");
  }

  /** Stores an available document, as its own module does. */
  private void document(Folder folder, String name, Instant at, boolean archived) {
    DocumentId id = new DocumentId(notes.firm.ids.next());
    DocumentPath path = new DocumentPath(folder.path(), id);
    Actor by = new Actor(Optional.of(notes.sharer), Actor.As.CLIENT, "client", "Carla Client");
    notes.write(
        Write.create(
            Fields.of()
                .with("name", name)
                .with("createdAt", at)
                .with(UploadedBy.ATTRIBUTE, by.toFields())
                .with("revision", 1)
                .with("activityPartition", TableKeys.activity(notes.client))
                .with("activitySort", TableKeys.timeSort(at, id.value()))
                .at(
                    archived
                        ? TableKeys.archivedDocument(path.folder(), id)
                        : TableKeys.document(path.folder(), id))));
  }

  @Test
  void theActivityLog_hasDocumentsAndNotes_newestFirst_withWhomTheyAreShared() {
    Folder open = notes.firm.folder(notes.client, AccessLevel.VIEW, Recipient.ALL_AUTHORIZED);
    Folder closed = notes.firm.folder(notes.client, AccessLevel.VIEW);
    document(open, "Older.pdf", TestFirm.NOW.minusSeconds(60), true);
    document(closed, "Newer.pdf", TestFirm.NOW.plusSeconds(120), false);
    notes.note("Call", "We spoke.", Recipient.CLIENT);
    notes.later();
    notes.archive(table, notes.sharer, notes.note("Later call", "We spoke."));
    long before = calls.made("read");

    Exchange.Answer answer = notes.activity(table, notes.staff);

    assertThat(
            items(answer).stream()
                .map(item ->
                    "%s %s %s %s %s"
                        .formatted(
                            item.get("kind"),
                            item.get("name"),
                            item.get("shareState"),
                            item.get("archived"),
                            item.get("by"))))
        .containsExactly(
            "document Newer.pdf none false {name=Carla Client, as=client}",
            "note Later call none true {name=Ada Staff, as=staff}",
            "note Call selected false {name=Ada Staff, as=staff}",
            "document Older.pdf all-authorized true {name=Carla Client, as=client}");
    assertThat(values(answer, "at"))
        .containsExactly(
            "2026-03-01T09:32:00.000Z",
            "2026-03-01T09:31:00.000Z",
            "2026-03-01T09:30:00.000Z",
            "2026-03-01T09:29:00.000Z");
    assertThat(calls.made("read") - before).isEqualTo(2);
  }
}
