package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SetNoteSharesTest {
  private final TestNotes notes = new TestNotes();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(notes.firm.table);
  private final PersonId reader = notes.firm.link(notes.client);
  private final NotePath note = notes.note("Call", "We spoke.");

  @Test
  void aNote_isOpenedAndClosed() {
    Recipient.Contact contact =
        new Recipient.Contact(notes.firm.contact(notes.client, Optional.empty(), true).id());

    Exchange.Answer opened =
        notes.share(table, notes.sharer, note, TestNotes.shares(Recipient.ALL_AUTHORIZED, contact));

    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.get("shareState")).isEqualTo("all-authorized");
    assertThat(opened.headers()).containsEntry("etag", "\"" + notes.stored(note).revision() + "\"");
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(notes.get(table, reader, note).status()).isEqualTo(200);
    assertThat(notes.feed(contact, false)).hasSize(1);
    assertThat(notes.event(NoteShared.class).audience())
        .containsExactlyInAnyOrder(Recipient.ALL_AUTHORIZED, contact);

    notes.share(table, notes.sharer, note, "");

    assertThat(notes.get(table, reader, note).problem()).isEqualTo("not-found");
    assertThat(notes.feed(contact, false)).isEmpty();
    assertThat(notes.feed(Recipient.ALL_AUTHORIZED, false)).isEmpty();
  }

  @Test
  void theSharesAndTheCandidates_areShownToStaff() {
    notes.firm.contact(notes.client, Optional.of("colin@example.test"), true);
    notes.share(table, notes.sharer, note, TestNotes.shares(Recipient.CLIENT));

    Exchange.Answer answer = notes.shares(table, notes.staff, note);

    assertThat(answer.get("shareState")).isEqualTo("selected");
    assertThat(answer.get("candidates").toString())
        .containsSubsequence("Carla Client", "Colin Contact", "colin@example.test");
    assertThat(answer.headers()).containsEntry("etag", "\"" + notes.stored(note).revision() + "\"");
    assertThat(notes.shares(table, reader, note).problem()).isEqualTo("permission-required");
    assertThat(notes.shares(table, TestFirm.person(), note).problem()).isEqualTo("not-found");
  }

  @Test
  void whoMayNot_isToldSo_andNothingChanges() {
    Map<Key, Item> before = notes.firm.table.everything();

    assertThat(notes.share(table, notes.staff, note, "").problem())
        .isEqualTo("permission-required");
    assertThat(notes.share(table, reader, note, "").problem()).isEqualTo("not-found");
    assertThat(notes.share(table, TestFirm.person(), note, "").problem()).isEqualTo("not-found");
    assertThat(
            notes
                .share(
                    table,
                    notes.sharer,
                    note,
                    "{\"recipient\": \"client\", \"access\": \"view-upload\"}")
                .get("errors")
                .toString())
        .contains("/recipients/0/access", "code=enum");
    assertThat(notes.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anArchivedNote_isNotShared_norOneThatTheCallerDidNotSee() {
    SetNoteSharesHandler handler =
        new SetNoteSharesHandler(notes.module(table).setNoteShares(), notes.clock);
    Exchange.Answer unseen =
        notes
            .to("PUT", notes.sharer, note, "/shares")
            .header("if-match", "\"99\"")
            .json("{\"recipients\": []}")
            .send(handler);
    notes.archive(table, notes.sharer, note);

    assertThat(unseen.status()).isEqualTo(412);
    Exchange.Answer archived =
        notes.share(table, notes.sharer, note, TestNotes.shares(Recipient.CLIENT));
    assertThat(archived.status()).isEqualTo(409);
    assertThat(archived.problem()).isEqualTo("archived");
  }
}
