package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.NotePath;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A function ends before or after any of its calls to AWS, and the request is repeated. */
final class NoteCrashesTest {
  private static final String OPEN =
      "{\"title\": \"Call\", \"text\": \"We spoke.\", \"shares\": {\"recipients\": [%s]}}"
          .formatted(TestNotes.shares(Recipient.CLIENT));

  private static void crash(
      Function<TestNotes, NotePath> scene,
      Write write,
      int status,
      BiFunction<TestNotes, NotePath, List<Object>> outcome) {
    TestNotes undisturbed = new TestNotes();
    NotePath note = scene.apply(undisturbed);
    write.send(undisturbed, note, undisturbed.firm.table);
    List<Object> expected = outcome.apply(undisturbed, note);
    int points =
        CallSchedule.everywhere(crashes -> {
          TestNotes notes = new TestNotes();
          NotePath path = scene.apply(notes);
          Table table = notes.firm.table;
          Map<Key, Item> untouched = notes.firm.table.everything();
          int events = notes.events().size();
          crashes.run(() -> write.send(notes, path, crashes.around(table)));
          if (notes.events().size() == events) {
            assertThat(notes.firm.table.everything()).isEqualTo(untouched);
          }

          assertThat(write.send(notes, path, table).status()).isEqualTo(status);

          assertThat(outcome.apply(notes, path)).isEqualTo(expected);
        });
    // One read, one transaction.
    assertThat(points).isEqualTo(4);
  }

  /** A request to a function that has the table. */
  private interface Write {
    Exchange.Answer send(TestNotes notes, NotePath path, Table table);
  }

  private static List<Object> written(TestNotes notes) {
    return List.of(
        notes.eventTypes(),
        notes.events().size(),
        notes.feed(Recipient.CLIENT, false).size(),
        notes.feed(Recipient.CLIENT, true).size());
  }

  @Test
  void creating_withAKey() {
    crash(
        notes -> notes.note("Another", "Text"),
        (notes, _, table) ->
            notes
                .to("POST", notes.sharer, "/notes")
                .header("idempotency-key", "k")
                .json(OPEN)
                .send(new CreateNoteHandler(notes.module(table).createNote(), notes.clock)),
        201,
        (notes, _) -> written(notes));
  }

  @Test
  void editing() {
    crash(
        notes -> notes.note("Call", "We spoke.", Recipient.CLIENT),
        (notes, path, table) ->
            notes.update(table, notes.sharer, path, "{\"title\": \"T\", \"text\": \"Again.\"}"),
        200,
        (notes, path) ->
            List.of(
                written(notes),
                notes.stored(path).version(),
                notes
                    .get(notes.firm.table, notes.staff, path)
                    .body()
                    .toString()
                    .contains("Again.")));
  }

  @Test
  void archiving() {
    crash(
        notes -> notes.note("Call", "We spoke.", Recipient.CLIENT),
        (notes, path, table) -> notes.archive(table, notes.sharer, path),
        204,
        (notes, _) -> written(notes));
  }

  @Test
  void sharing() {
    crash(
        notes -> notes.note("Call", "We spoke."),
        (notes, path, table) ->
            notes.share(table, notes.sharer, path, TestNotes.shares(Recipient.CLIENT)),
        200,
        (notes, _) -> written(notes));
  }
}
