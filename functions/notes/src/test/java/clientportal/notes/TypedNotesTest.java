package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy.Mode;
import clientportal.access.events.EventData.NoteTypeChanged;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.access.records.FeedRow;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Document types of notes, and the share policy over them. */
final class TypedNotesTest {
  private final TestNotes notes = new TestNotes();
  private final Table table = notes.firm.table;
  private final PersonId reader = notes.firm.link(notes.client);
  private final List<DocumentTypeId> types = notes.firm.documentTypes("Invoice", "Letter");
  private final DocumentTypeId invoice = types.getFirst();
  private final DocumentTypeId letter = types.getLast();

  private Exchange.Answer create(PersonId caller, Object type, Recipient... recipients) {
    return notes.create(
        table,
        caller,
        """
        {"title": "Call", "text": "One", "documentType": "%s", "shares": {"recipients": [%s]}}\
        """
            .formatted(type, TestNotes.shares(recipients)));
  }

  private NotePath note(Recipient... recipients) {
    return new NotePath(
        notes.client, new NoteId((String) create(notes.sharer, invoice, recipients).get("noteId")));
  }

  private Exchange.Answer giveType(PersonId caller, NotePath note, Object type) {
    return notes.update(table, caller, note, "{\"documentType\": \"" + type + "\"}");
  }

  private static void assertFault(Exchange.Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString()).contains("pointer=/documentType,", "code=" + code);
  }

  @Test
  void aNote_isWrittenWithAType_thatStaffSee() {
    NotePath note = note(Recipient.CLIENT);

    assertThat(notes.stored(note).documentType()).contains(invoice);
    assertThat(notes.get(table, notes.staff, note).get("documentType")).isEqualTo(invoice.value());
    assertThat(notes.get(table, reader, note).has("documentType")).isFalse();
    for (Exchange.Answer list :
        List.of(notes.list(table, notes.staff), notes.activity(table, notes.staff))) {
      assertThat(list.get("items").toString())
          .contains("documentType=" + invoice, "shareState=selected");
    }
  }

  @Test
  void anotherType_isNoEdit_andIsInTheListsOfReaders() {
    NotePath note = note(Recipient.CLIENT);

    Exchange.Answer answer = giveType(notes.sharer, note, letter);

    assertThat(answer.get("documentType")).isEqualTo(letter.value());
    assertThat(answer.has("editedAt")).isFalse();
    assertThat(notes.stored(note).version()).isEqualTo(1);
    assertThat(notes.feed(Recipient.CLIENT, false))
        .extracting(FeedRow::documentType)
        .containsExactly(Optional.of(letter));
    assertThat(notes.event(NoteTypeChanged.class).type()).contains(letter);
    assertThat(
            notes.update(table, notes.sharer, note, "{\"documentType\": null}").has("documentType"))
        .isFalse();
    assertThat(notes.stored(note).documentType()).isEmpty();
  }

  @Test
  void aTypeThatTheFirmDoesNotHave_orHasRetired_isGivenToNothing_butStays() {
    NotePath note = note();
    String unknown = notes.firm.ids.next();
    notes.firm.retireDocumentTypes();
    Map<Key, Item> before = notes.firm.table.everything();

    for (Object type : List.of(unknown, letter)) {
      assertFault(create(notes.staff, type), "enum");
      assertFault(giveType(notes.staff, note, type), "enum");
    }
    assertFault(create(notes.staff, "x"), "format");
    assertThat(giveType(notes.staff, note, invoice).status()).isEqualTo(200);
    assertThat(notes.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anArchivedNote_getsNoOtherType_unlessItIsRestoredWithIt() {
    NotePath note = note();
    notes.archive(table, notes.staff, note);

    assertThat(giveType(notes.staff, note, letter).problem()).isEqualTo("archived");
    assertThat(
            notes
                .update(
                    table,
                    notes.staff,
                    note,
                    "{\"archived\": false, \"documentType\": \"" + letter + "\"}")
                .get("documentType"))
        .isEqualTo(letter.value());
  }

  @Test
  @Tag("BS2")
  @Tag("BX6")
  void whatIsKeptClosed_isUnknownToReaders_andOpensAgainWithThePolicy() {
    NotePath note = note(Recipient.CLIENT);
    notes.firm.policy(Mode.ALL_BUT, invoice);

    assertThat(notes.get(table, reader, note).problem()).isEqualTo("not-found");
    assertThat(notes.get(table, notes.staff, note).get("shareState")).isEqualTo("none");
    assertThat(notes.shares(table, notes.staff, note).get("keptClosed")).isEqualTo(true);
    for (Exchange.Answer list :
        List.of(notes.list(table, notes.staff), notes.activity(table, notes.staff))) {
      assertThat(list.get("items").toString()).contains("shareState=none");
    }

    notes.firm.policy(Mode.ALL);

    assertThat(notes.get(table, reader, note).status()).isEqualTo(200);
    assertThat(notes.get(table, notes.staff, note).get("shareState")).isEqualTo("selected");
  }

  @Test
  @Tag("BS2")
  @Tag("BX6")
  void whatIsKeptClosed_isNotShared_norWrittenWithShares() {
    NotePath note = note(Recipient.CLIENT);
    notes.firm.policy(Mode.ONLY, letter);
    Map<Key, Item> before = notes.firm.table.everything();

    for (Exchange.Answer refused :
        List.of(
            create(notes.sharer, invoice, Recipient.CLIENT),
            notes.share(table, notes.sharer, note, TestNotes.shares(Recipient.CLIENT)))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("not-shareable");
    }
    assertThat(notes.firm.table.everything()).isEqualTo(before);
    assertThat(create(notes.sharer, letter, Recipient.CLIENT).status()).isEqualTo(201);
    assertThat(create(notes.staff, invoice).status()).isEqualTo(201);
    assertThat(notes.share(table, notes.sharer, note, "").status()).isEqualTo(200);
  }

  @Test
  @Tag("BS3")
  void withoutThePermission_nobodyOpensANoteByItsType() {
    NotePath note = note(Recipient.CLIENT);
    notes.firm.policy(Mode.ALL_BUT, invoice);

    assertThat(giveType(notes.staff, note, letter).problem()).isEqualTo("permission-required");
    assertThat(notes.get(table, reader, note).problem()).isEqualTo("not-found");
    assertThat(giveType(notes.sharer, note, letter).get("shareState")).isEqualTo("selected");
    assertThat(notes.get(table, reader, note).status()).isEqualTo(200);
  }
}
