package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpdateNoteTest {
  private final TestNotes notes = new TestNotes();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(notes.firm.table);
  private final PersonId reader = notes.firm.link(notes.client);

  private List<String> texts(NotePath note) {
    return ((List<?>) notes.versions(table, notes.staff, note).get("items"))
        .stream()
            .map(item -> (Map<?, ?>) item)
            .map(item ->
                "%s %s %s %s"
                    .formatted(
                        item.get("version"),
                        item.get("current"),
                        item.get("title"),
                        item.get("text")))
            .toList();
  }

  @Test
  void anEdit_isWhatReadersSee_andTheEarlierTextIsKept_inOneTransaction() {
    NotePath note = notes.note("Call", "One", Recipient.CLIENT);
    notes.later();
    long written = calls.made("write");

    Exchange.Answer answer =
        notes.update(table, notes.sharer, note, "{\"title\": \"Calls\", \"text\": \"Two\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("text")).isEqualTo("Two");
    assertThat(answer.get("editedAt")).isEqualTo("2026-03-01T09:31:00.000Z");
    assertThat(calls.made("write") - written).isEqualTo(1);
    Exchange.Answer read = notes.get(table, reader, note);
    assertThat(read.get("title")).isEqualTo("Calls");
    assertThat(read.get("text")).isEqualTo("Two");
    assertThat(read.get("createdAt")).isEqualTo("2026-03-01T09:30:00.000Z");
    assertThat(read.get("editedAt")).isEqualTo("2026-03-01T09:31:00.000Z");
    assertThat(texts(note)).containsExactly("2 true Calls Two", "1 false Call One");
    assertThat(notes.feed(Recipient.CLIENT, false))
        .extracting(FeedRow::name)
        .containsExactly("Calls");
    assertThat(notes.eventTypes()).containsExactly("NoteCreated", "NoteEdited", "NoteShared");
  }

  @Test
  void whatIsAbsent_stays() {
    NotePath note = notes.note("Call", "One");

    notes.update(table, notes.staff, note, "{\"title\": \"Calls\"}");
    notes.update(table, notes.staff, note, "{\"text\": \"Two\"}");

    assertThat(texts(note))
        .containsExactly("3 true Calls Two", "2 false Calls One", "1 false Call One");
  }

  @Test
  void nothingNew_writesNothing() {
    NotePath note = notes.note("Call", "One");
    Map<Key, Item> before = notes.firm.table.everything();

    for (String json :
        List.of("{}", "{\"title\": \"Call\", \"text\": \"One\", \"archived\": false}")) {
      assertThat(notes.update(table, notes.staff, note, json).status()).isEqualTo(200);
    }

    assertThat(notes.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anArchivedNote_movesInTheListsOfItsReaders_andStaysReadable() {
    NotePath note = notes.note("Call", "One", Recipient.CLIENT);

    assertThat(notes.archive(table, notes.sharer, note).status()).isEqualTo(204);
    assertThat(notes.archive(table, notes.sharer, note).status()).isEqualTo(204);

    assertThat(notes.feed(Recipient.CLIENT, false)).isEmpty();
    assertThat(notes.feed(Recipient.CLIENT, true)).hasSize(1);
    assertThat(notes.get(table, reader, note).get("archived")).isEqualTo(true);
    assertThat(notes.eventTypes()).containsExactly("NoteArchived", "NoteCreated", "NoteShared");
  }

  @Test
  void anArchivedNote_isNotEdited_unlessItIsRestoredWithIt() {
    NotePath note = notes.note("Call", "One");
    notes.archive(table, notes.staff, note);
    Map<Key, Item> before = notes.firm.table.everything();

    for (String json : List.of("{\"text\": \"Two\"}", "{\"title\": \"T\", \"archived\": true}")) {
      Exchange.Answer refused = notes.update(table, notes.staff, note, json);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("archived");
    }
    assertThat(notes.firm.table.everything()).isEqualTo(before);

    assertThat(
            notes
                .update(table, notes.staff, note, "{\"text\": \"Two\", \"archived\": false}")
                .get("text"))
        .isEqualTo("Two");
    assertThat(notes.eventTypes())
        .containsExactly("NoteArchived", "NoteCreated", "NoteEdited", "NoteRestored");
  }

  @Test
  void whatIsOpenToSomebody_takesThePermission() {
    NotePath open = notes.note("Call", "One", Recipient.CLIENT);
    NotePath closed = notes.note("Call", "One");
    String json = "{\"text\": \"Two\"}";

    assertThat(notes.update(table, notes.staff, open, json).problem())
        .isEqualTo("permission-required");
    assertThat(notes.archive(table, notes.staff, open).problem()).isEqualTo("permission-required");
    assertThat(notes.update(table, reader, open, "no json").problem())
        .isEqualTo("permission-required");
    assertThat(notes.versions(table, reader, open).problem()).isEqualTo("permission-required");
    assertThat(notes.update(table, reader, closed, "no json").problem()).isEqualTo("not-found");
    assertThat(notes.versions(table, reader, closed).problem()).isEqualTo("not-found");
    assertThat(notes.get(table, reader, closed).problem()).isEqualTo("not-found");
    assertThat(notes.update(table, notes.staff, closed, json).status()).isEqualTo(200);
  }

  @Test
  void aVersionThatTheCallerDidNotSee_isNotOverwritten() {
    NotePath note = notes.note("Call", "One");
    String seen = "\"" + notes.stored(note).revision() + "\"";
    UpdateNoteHandler handler = new UpdateNoteHandler(notes.module(table).updateNote());
    notes.update(table, notes.staff, note, "{\"text\": \"Two\"}");

    Exchange.Answer refused =
        notes
            .to("PATCH", notes.staff, note, "")
            .header("if-match", seen)
            .json("{\"text\": \"Three\"}")
            .send(handler);

    assertThat(refused.status()).isEqualTo(412);
    assertThat(texts(note)).hasSize(2);
  }

  /** Others would have to write between the reads of each of four attempts. */
  @Test
  void aNoteThatKeepsBeingEdited_isReadLater() {
    NotePath note = notes.note("Call", "One");
    NoteText text = NoteText.fromItem(((Table) notes.firm.table).require(TableKeys.noteText(note)));
    notes.write(
        Write.put(new NoteText(note, 7, true, "Call", "Seven", text.by(), text.at()).toItem()));

    assertThat(notes.get(table, notes.staff, note).status()).isEqualTo(503);
    assertThat(notes.versions(table, notes.staff, note).status()).isEqualTo(503);
  }

  @Test
  void faultsAreNamed() {
    NotePath note = notes.note("Call", "One");

    Exchange.Answer answer =
        notes.update(
            table, notes.staff, note, "{\"title\": null, \"text\": 1, \"archived\": \"no\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString()).contains("/title", "/text", "/archived");
  }

  @Test
  void theTexts_areReadInPages_newestFirst_whileOthersAreWritten() {
    NotePath note = notes.note("Call", "1");
    for (int i = 2; i <= 5; i++) {
      notes.update(table, notes.staff, note, "{\"text\": \"" + i + "\"}");
    }
    ListNoteVersionsHandler handler =
        new ListNoteVersionsHandler(notes.module(table).listNoteVersions());
    StringBuilder seen = new StringBuilder();
    Exchange.Answer page = null;
    do {
      Exchange call = notes.to("GET", notes.staff, note, "/versions").query("limit", "1");
      if (page != null) {
        call.query("cursor", (String) page.get("nextCursor"));
      }
      page = call.send(handler);
      ((List<?>) page.get("items")).forEach(item -> seen.append(((Map<?, ?>) item).get("text")));
      notes.update(table, notes.staff, note, "{\"text\": \"later " + seen.length() + "\"}");
    } while (page.has("nextCursor"));

    assertThat(seen).hasToString("54321");
  }
}
