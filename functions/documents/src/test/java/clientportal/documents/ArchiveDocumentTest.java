package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who uploaded a wrong file withdraws it; what else archiving does is in UpdateDocumentTest. */
final class ArchiveDocumentTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final Folder folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED);
  private final DocumentPath path = documents.available(folder.path(), reader, "a.txt");

  private Exchange.Answer archive(PersonId caller) {
    return documents.to("DELETE", path, caller).send(documents.archiveDocument);
  }

  private <T> List<Event> events(Class<T> type) {
    return documents.events().stream().filter(event -> type.isInstance(event.data())).toList();
  }

  private void assertRefused(PersonId caller) {
    Map<Key, Item> before = firm.table.everything();
    assertThat(archive(caller).problem()).isEqualTo("permission-required");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void itsUploader_withdrawsADocument_intoTheArchive_andTheTeamIsNotified() {
    assertThat(archive(reader).status()).isEqualTo(204);

    assertThat(documents.get(path, reader).get("archived")).isEqualTo(true);
    assertThat(documents.get(path, staff).get("archived")).isEqualTo(true);
    assertThat(events(DocumentWithdrawn.class))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.actor().person()).contains(reader);
          assertThat(event.audience()).containsExactly(documents.teamMember.value());
        });
    Map<Key, Item> before = firm.table.everything();
    assertThat(archive(reader).status()).isEqualTo(204);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void onceSomebodyOfTheFirmHasOpenedIt_itStays() {
    documents.download(path, other);
    documents.download(path, reader);
    documents.get(path, staff);
    documents.download(path, staff);

    assertRefused(reader);
    documents.download(path, staff);
    assertRefused(reader);
  }

  @Test
  void anOlderVersionThatWasOpened_countsAsWell() {
    int version = documents.declareVersion(path, reader, TestDocuments.ascii("better"));
    documents.store(path, version, "text/plain", TestDocuments.ascii("better"));
    documents.confirm(path, version);
    documents.to("POST", path, staff).path("version", 1).send(documents.requestVersionDownload);

    assertRefused(reader);
  }

  @Test
  void onlyItsUploaderMay_andOnlyAsLongAsTheyMayReadIt() {
    assertRefused(other);
    DocumentPath ofStaff = documents.available(folder.path(), firm.staff(Role.STAFF, true), "b");
    Map<Key, Item> before = firm.table.everything();
    assertThat(documents.to("DELETE", ofStaff, reader).send(documents.archiveDocument).problem())
        .isEqualTo("permission-required");
    assertThat(
            documents
                .to("DELETE", path, TestFirm.person())
                .send(documents.archiveDocument)
                .problem())
        .isEqualTo("not-found");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void staffArchive_andNobodyIsNotified() {
    assertThat(archive(staff).status()).isEqualTo(204);

    assertThat(events(DocumentArchived.class)).hasSize(1);
    assertThat(events(DocumentWithdrawn.class)).isEmpty();
  }

  @Test
  void whoOpensItAtTheSameMoment_keepsItInItsPlace() {
    Table table =
        new CallSchedule()
            .beforeFirstWrite(() -> documents.download(path, staff))
            .around(firm.table);
    ArchiveDocumentHandler late =
        new ArchiveDocumentHandler(
            new ArchiveDocument(new Access(table, firm.clock), table, firm.ids));

    assertThat(documents.to("DELETE", path, reader).send(late).problem())
        .isEqualTo("permission-required");
    assertThat(documents.get(path, reader).get("archived")).isEqualTo(false);
  }

  @Test
  void anUploadThatIsPending_isNotArchivedButCancelled() {
    DocumentPath pending =
        documents.declare(folder.path(), reader, "b", "text/plain", TestDocuments.ascii("b"));

    assertThat(documents.to("DELETE", pending, reader).send(documents.archiveDocument).problem())
        .isEqualTo("not-available");
  }
}
