package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.NoteCreated;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreateNoteTest {
  private static final String OPEN =
      "{\"title\": \"Call\", \"text\": \"We spoke.\", \"shares\": {\"recipients\": [%s]}}";

  private final TestNotes notes = new TestNotes();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(notes.firm.table);

  private NotePath path(Exchange.Answer created) {
    return new NotePath(notes.client, new NoteId((String) created.get("noteId")));
  }

  @Test
  void withoutShares_itIsOpenToNobody() {
    Exchange.Answer answer =
        notes.create(
            table, notes.staff, "{\"title\": \"Call\", \"text\": \"First\\r\\nsecond\\tline\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("location", path(answer).toString());
    assertThat(answer.headers())
        .containsEntry("etag", "\"" + notes.stored(path(answer)).revision() + "\"");
    assertThat(answer.body())
        .isEqualTo(
            Optional.ofNullable(
                Json.read(
                    """
                    {"noteId": "%s", "title": "Call", "text": "First\\nsecond\\tline",
                     "createdAt": "2026-03-01T09:30:00.000Z",
                     "by": {"name": "Ada Staff", "as": "staff"},
                     "archived": false, "shareState": "none"}
                    """
                        .formatted(path(answer).note()))));
    assertThat(notes.events()).singleElement().isInstanceOf(NoteCreated.class);
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(calls.made("query")).isZero();
  }

  @Test
  void withShares_itIsOpenFromTheFirstMoment_inOneTransaction() {
    PersonId reader = notes.firm.link(notes.client);

    Exchange.Answer answer =
        notes.create(table, notes.sharer, OPEN.formatted(TestNotes.shares(Recipient.CLIENT)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.get("shareState")).isEqualTo("selected");
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(notes.eventTypes()).containsExactly("NoteCreated", "NoteShared");
    NoteShared shared = notes.event(NoteShared.class);
    assertThat(shared.note().title()).isEqualTo("Call");
    assertThat(shared.recipients().gained()).containsExactly(Recipient.CLIENT);
    assertThat(shared.audience()).containsExactly(Recipient.CLIENT);
    assertThat(notes.feed(Recipient.CLIENT, false))
        .singleElement()
        .satisfies(row -> assertThat(row.path()).isEqualTo(path(answer)));
    Exchange.Answer read = notes.get(notes.firm.table, reader, path(answer));
    assertThat(read.get("text")).isEqualTo("We spoke.");
    assertThat(read.get("access")).isEqualTo("view");
    assertThat(read.has("shareState")).isFalse();
  }

  @Test
  void theTextStandsInItsOwnItemsAlone() {
    Exchange.Answer answer =
        notes.create(table, notes.sharer, OPEN.formatted(TestNotes.shares(Recipient.CLIENT)));

    List<Key> withText =
        notes.firm.table.everything().entrySet().stream()
            .filter(each -> each.getValue().toString().contains("We spoke."))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(withText)
        .containsExactlyInAnyOrder(
            TableKeys.noteText(path(answer)), TableKeys.noteExcerpt(path(answer)));
  }

  @Test
  void sharesTakeThePermission_andAnEmptySetDoesNot() {
    Map<Key, Item> before = notes.firm.table.everything();

    Exchange.Answer refused =
        notes.create(table, notes.staff, OPEN.formatted(TestNotes.shares(Recipient.CLIENT)));

    assertThat(refused.problem()).isEqualTo("permission-required");
    assertThat(notes.firm.table.everything()).isEqualTo(before);
    assertThat(notes.create(table, notes.staff, OPEN.formatted("")).status()).isEqualTo(201);
  }

  @Test
  void aRecipientWhoIsNotPermitted_isRefused_andNothingIsWritten() {
    Recipient stranger =
        new Recipient.Contact(notes.firm.contact(notes.client, Optional.empty(), false).id());
    Map<Key, Item> before = notes.firm.table.everything();

    Exchange.Answer answer =
        notes.create(table, notes.sharer, OPEN.formatted(TestNotes.shares(stranger)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("recipient-not-permitted");
    assertThat(notes.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aContactWithAnAddress_isInvitedByTheShare() {
    Recipient contact =
        new Recipient.Contact(
            notes.firm.contact(notes.client, Optional.of("colin@example.test"), true).id());

    notes.create(table, notes.sharer, OPEN.formatted(TestNotes.shares(contact)));

    assertThat(notes.event(NoteShared.class).recipients().invited()).isEqualTo(List.of(contact));
  }

  @Test
  void aRepeatedRequest_hasTheResultOfTheFirst_andAnotherBodyIsRefused() {
    String json = OPEN.formatted(TestNotes.shares(Recipient.CLIENT));

    Exchange.Answer first = repeat(json);
    Exchange.Answer again = repeat(json);
    Exchange.Answer other = repeat(OPEN.formatted(""));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).isEqualTo(first.headers());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(notes.events()).hasSize(2);
  }

  private Exchange.Answer repeat(String json) {
    return notes
        .to("POST", notes.sharer, "/notes")
        .header("idempotency-key", "k1")
        .json(json)
        .send(new CreateNoteHandler(notes.module(table).createNote(), notes.clock));
  }

  @Test
  void readersAndStrangersFindNothing_beforeTheBodyIsLookedAt() {
    PersonId reader = notes.firm.link(notes.client);

    for (PersonId caller : List.of(reader, TestFirm.person())) {
      assertThat(notes.create(table, caller, "no json").problem()).isEqualTo("not-found");
    }
    assertThat(notes.create(table, notes.staff, "no json").problem()).isEqualTo("malformed-json");
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = notes.firm.table.everything();

    Exchange.Answer answer =
        notes.create(
            table,
            notes.sharer,
            """
            {"title": " ", "text": "\\u0007", "colour": 1,
             "shares": {"recipients": [{"recipient": "client", "access": "view-upload"}]}}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString())
        .contains("/title", "/text", "/colour", "/shares/recipients/0/access");
    assertThat(notes.firm.table.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"1, 201", "10000, 201", "10001, 400", "0, 400"})
  void theText_hasOneToTenThousandCharacters(int length, int status) {
    String text = "💶".repeat(length);

    Exchange.Answer answer =
        notes.create(table, notes.staff, "{\"title\": \"T\", \"text\": \"" + text + "\"}");

    assertThat(answer.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"' '", "\\n\\t\\n", "a\\rb", "a\\u202Eb"})
  void whatNoOneCanRead_isNoText(String text) {
    Exchange.Answer answer =
        notes.create(table, notes.staff, "{\"title\": \"T\", \"text\": \"" + text + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString()).contains("/text", "code=format");
  }
}
