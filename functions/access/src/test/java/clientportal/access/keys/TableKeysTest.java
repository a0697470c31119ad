package clientportal.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.platform.Ids;
import clientportal.platform.table.Key;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableKeysTest {
  private final TestFirm firm = new TestFirm();
  private final Ids ids = firm.ids;
  private final ClientPath client = new ClientPath(firm.id, new ClientId(ids.next()));
  private final FolderPath folder = new FolderPath(client, new FolderId(ids.next()));
  private final DocumentId document = new DocumentId(ids.next());
  private final EmailAddress email = new EmailAddress("ada@example.test");

  @Test
  void idsOfAFirm_areReadBackFromTheirKeys() {
    StaffId staff = new StaffId(ids.next());
    RegistrationId registration = new RegistrationId(ids.next());

    assertThat(TableKeys.firmOf(TableKeys.firm(firm.id))).isEqualTo(firm.id);
    assertThat(TableKeys.firmOf(TableKeys.pendingRegistration(firm.id, registration)))
        .isEqualTo(firm.id);
    assertThat(TableKeys.staffOf(TableKeys.staff(firm.id, staff))).isEqualTo(staff);
    assertThat(TableKeys.clientOf(TableKeys.client(client))).isEqualTo(client);
    assertThat(TableKeys.slugOf(TableKeys.firmSite(firm.id, "a-b"))).isEqualTo("a-b");
    LogoPath logo = new LogoPath("a-b", new LogoVersion(ids.next()));
    assertThat(TableKeys.logoOf(TableKeys.logo(logo))).isEqualTo(logo);
    assertThat(TableKeys.registrationOf(TableKeys.pendingRegistration(firm.id, registration)))
        .isEqualTo(registration);
    assertThat(TableKeys.registrationOf(TableKeys.resolvedRegistration(firm.id, registration)))
        .isEqualTo(registration);
  }

  @Test
  void idsOfAClient_areReadBackFromTheirKeys() {
    ContactPath contact = new ContactPath(client, new ContactId(ids.next()));
    DocumentPath path = new DocumentPath(folder, document);

    assertThat(TableKeys.contactOf(TableKeys.contact(client, contact.contact())))
        .isEqualTo(contact);
    assertThat(TableKeys.folderOf(TableKeys.folder(folder))).isEqualTo(folder);
    for (Key key :
        List.of(
            TableKeys.document(folder, document),
            TableKeys.archivedDocument(folder, document),
            TableKeys.upload(folder, document, 1),
            TableKeys.parts(folder, document, 1),
            TableKeys.version(folder, document, 1))) {
      assertThat(TableKeys.documentOf(key)).isEqualTo(path);
    }
  }

  @Test
  void idsOfNotes_areReadBackFromTheirKeys() {
    NotePath note = new NotePath(client, new NoteId(ids.next()));
    GroupNotePath group = new GroupNotePath(firm.id, new NoteId(ids.next()));
    ParticipantPath participant = new ParticipantPath(client, group.note());
    Key member = TableKeys.participant(participant);

    assertThat(TableKeys.noteOf(TableKeys.note(note))).isEqualTo(note);
    assertThat(TableKeys.groupNoteOf(TableKeys.groupNote(group))).isEqualTo(group);
    assertThat(TableKeys.participantOf(member)).isEqualTo(participant);
    for (TextPath path : List.of(note, group)) {
      for (Key key :
          List.of(
              TableKeys.noteText(path),
              TableKeys.earlierNoteText(path, 1),
              TableKeys.noteExcerpt(path))) {
        assertThat(TableKeys.noteOfText(key)).isEqualTo(path);
        assertThat(TableKeys.isParticipant(key)).isFalse();
      }
    }
    assertThat(TableKeys.isParticipant(member)).isTrue();
    assertThat(TableKeys.isParticipant(TableKeys.client(client))).isFalse();
    assertThat(TableKeys.isNote(TableKeys.groupNote(group))).isFalse();
    assertThat(TableKeys.isGroupNote(TableKeys.groupNote(group))).isTrue();
    assertThat(TableKeys.isGroupNote(TableKeys.note(note))).isFalse();
  }

  @Test
  void idsOfAChecklist_areReadBackFromItsKeys() {
    ChecklistPath checklist = new ChecklistPath(firm.id, new ChecklistId(ids.next()));

    assertThat(RequestKeys.checklistOf(RequestKeys.checklist(checklist))).isEqualTo(checklist);
    assertThat(RequestKeys.checklistOfItems(RequestKeys.checklistItems(checklist)))
        .isEqualTo(checklist);
  }

  @Test
  void keysOfAFolder_tellDocumentsAndUploadsApart() {
    Key available = TableKeys.document(folder, document);
    Key archived = TableKeys.archivedDocument(folder, document);
    Key upload = TableKeys.upload(folder, document, 1);
    Key version = TableKeys.version(folder, document, 1);

    assertThat(List.of(available, archived, upload, version).stream().map(TableKeys::isDocument))
        .containsExactly(true, true, false, false);
    assertThat(List.of(available, archived, upload).stream().map(TableKeys::isArchivedDocument))
        .containsExactly(false, true, false);
    assertThat(List.of(available, upload, version).stream().map(TableKeys::isUpload))
        .containsExactly(false, true, false);
  }

  @Test
  void ownersOfAnAddress_areReadBackFromTheirKeys() {
    ContactId contact = new ContactId(ids.next());

    assertThat(owner(TableKeys.staffEmail(firm.id, email))).isEqualTo(new AddressItem.OfStaff());
    assertThat(owner(TableKeys.clientEmail(client, email))).isEqualTo(party(Recipient.CLIENT));
    assertThat(owner(TableKeys.contactEmail(client, contact, email)))
        .isEqualTo(party(new Recipient.Contact(contact)));
    assertThat(owner(TableKeys.registrationEmail(firm.id, email)))
        .isEqualTo(new AddressItem.OfRegistration());
  }

  private AddressItem owner(Key key) {
    return AddressItem.of(firm.id, key);
  }

  private AddressItem party(Recipient.OfClient party) {
    return new AddressItem.OfParty(new Holder.Party(client, party));
  }

  @Test
  void idsOfAPersonOrAToken_areReadBackFromTheirKeys() {
    PersonId person = TestFirm.person();
    Holder holder = new Holder.Party(client, Recipient.CLIENT);

    assertThat(TableKeys.firmOfPerson(TableKeys.personStaff(person, firm.id))).isEqualTo(firm.id);
    assertThat(TableKeys.clientOfPerson(TableKeys.personClient(person, client))).isEqualTo(client);
    assertThat(TableKeys.tokenHashOf(TableKeys.token("hash"))).isEqualTo("hash");
    assertThat(TableKeys.digestNumberOf(TableKeys.digest(holder, 12))).isEqualTo(12);
  }

  @Test
  void aKeyOfAnotherKind_isRefused() {
    assertThatThrownBy(() -> TableKeys.staffOf(TableKeys.client(client)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "JOSÉ, josé",
    "JOSE\u0301, José",
    "Straße, STRASSE",
    "ΟΔΥΣΣΕΥΣ, Οδυσσευς",
    "ﬁrma, FIRMA",
    "Ｍｅｙｅｒ, meyer",
    "Nguyễn, nguyen",
    "Ärzte, arzte",
    "Łukasz Œuvrard, lukasz oeuvrard",
    "Søren Þór, soren thor",
    "İpek Işık, ipek isik",
    "Ёлкин, елкин",
    "Άννα, αννα"
  })
  void names_areComparedIgnoringCaseAccentsAndUnicodeForm(String one, String other) {
    assertThat(TableKeys.nameSort(one, "id")).isEqualTo(TableKeys.nameSort(other, "id"));
  }

  @ParameterizedTest
  @CsvSource({"ΟΔΟΣ, οδοσία", "STRAS, Straße", "Me, mEYER", "e\u0301, Élodie", "😀 A, 😀 anna"})
  void aPrefix_matchesWhateverFollows(String prefix, String name) {
    assertThat(TableKeys.nameSort(name, "id")).startsWith(TableKeys.namePrefix(prefix));
  }

  @Test
  void differentLetters_makeDifferentNames() {
    assertThat(TableKeys.nameSort("ガス", "id")).doesNotStartWith(TableKeys.namePrefix("カ"));
    assertThat(TableKeys.nameSort("की", "id")).doesNotStartWith(TableKeys.namePrefix("का"));
    assertThat(TableKeys.nameSort("Ana", "id")).doesNotStartWith(TableKeys.namePrefix("ana b"));
  }

  @Test
  void aLongName_fitsInASortKey_andAShorterNameSortsFirst() {
    String longest = TableKeys.nameSort("ﷺ".repeat(120), "01arz3ndektsv4rrffq69g5fav");
    assertThat(longest.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(1024);
    assertThat(TableKeys.nameSort("Ana", "z")).isLessThan(TableKeys.nameSort("Ana B", "a"));
  }
}
