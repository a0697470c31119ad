package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentDownloaded;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.BusyException;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestDownloadTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final Folder folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED);

  @Test
  void staffAndReadersGetAUrlOfExactlyThisVersion() {
    DocumentPath path = documents.available(folder.path(), reader, "März.txt");

    for (PersonId caller : new PersonId[] {staff, reader, other}) {
      Exchange.Answer answer = documents.download(path, caller);

      assertThat(answer.status()).isEqualTo(200);
      assertThat((Map<?, ?>) answer.body().orElseThrow()).hasSize(6);
      assertThat((String) answer.get("url")).contains("/" + new VersionKey(path, 1).object() + "?");
      assertThat(answer.get("expiresAt")).isEqualTo("2026-03-01T09:31:00.000Z");
      assertThat(answer.get("name")).isEqualTo("März.txt");
      assertThat(answer.get("size")).isEqualTo(9L);
      assertThat(answer.get("contentType")).isEqualTo("text/plain");
    }
  }

  @Test
  void eachDownload_isAnEvent_thatSaysWhoWhatAndWhen() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    NamedDocument document =
        new NamedDocument(new NamedFolder(path.folder(), "Taxes 2025"), path.document(), "a.txt");

    documents.download(path, staff);
    documents.download(path, other);
    documents.download(path, other);
    documents.to("POST", path, staff).path("version", 1).send(documents.requestVersionDownload);

    List<Event> downloads =
        documents.events().stream()
            .filter(event -> event.data().equals(new DocumentDownloaded(document, 1)))
            .toList();
    assertThat(downloads)
        .hasSize(4)
        .allSatisfy(event -> assertThat(event.at()).isEqualTo(TestFirm.NOW))
        .extracting(event -> event.actor().person().orElseThrow())
        .containsExactlyInAnyOrder(staff, other, other, staff);
  }

  @Test
  void aDownloadThatCannotBeRecorded_getsNoUrl() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    Table full =
        new CallSchedule()
            .beforeFirstWrite(() -> {
              throw new BusyException("full");
            })
            .around(firm.table);
    RequestDownloadHandler handler =
        new RequestDownloadHandler(
            new RequestDownload(firm.access(), new Downloads(full, firm.ids), documents.urls));

    Exchange.Answer answer = documents.to("POST", path, other).send(handler);

    assertThat(answer.problem()).isEqualTo("try-again");
    assertThat(answer.has("url")).isFalse();
  }

  @Test
  void whatIsNotAvailable_saysSoToStaffAndWhoDeclaredIt_andToNobodyElse() {
    DocumentPath pending =
        documents.declare(folder.path(), reader, "a", "text/plain", TestDocuments.ascii("a"));
    DocumentPath rejected = documents.rejected(folder.path(), reader);

    for (DocumentPath path : new DocumentPath[] {pending, rejected}) {
      assertThat(documents.download(path, staff).problem()).isEqualTo("not-available");
      assertThat(documents.download(path, reader).problem()).isEqualTo("not-available");
      assertThat(documents.download(path, other).problem()).isEqualTo("not-found");
      assertThat(documents.download(path, TestFirm.person()).problem()).isEqualTo("not-found");
    }
  }

  @Test
  void afterTheFolderIsClosed_readersFindNothing() {
    DocumentPath path = documents.available(folder.path(), reader, "a");
    documents.write(Write.replace(folder.withGrants(Grants.NONE).toItem(), 1));

    assertThat(documents.download(path, reader).problem()).isEqualTo("not-found");
    assertThat(documents.download(path, staff).status()).isEqualTo(200);
  }
}
