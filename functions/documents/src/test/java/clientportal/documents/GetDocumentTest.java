package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Exchange;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GetDocumentTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED).path();

  @Test
  void anAvailableOne_isShownToStaffWithItsShareState_andToReadersWithout() {
    DocumentPath path = documents.available(folder, reader, "Lohn März.txt");

    Exchange.Answer forStaff = documents.get(path, staff);
    Exchange.Answer forReader = documents.get(path, other);

    Map<String, Object> expected =
        Map.of(
            "documentId",
            path.document().value(),
            "folderId",
            folder.folder().value(),
            "name",
            "Lohn März.txt",
            "size",
            9L,
            "contentType",
            "text/plain",
            "sha256",
            "b94f6f125c79e3a5ffaa826f584c10d52ada669e6762051b826b55776d05aed2",
            "status",
            "available",
            "uploadedBy",
            Map.of("name", "Carla Client", "as", "client"),
            "createdAt",
            "2026-03-01T09:30:00.000Z",
            "archived",
            false);
    assertThat(forReader.status()).isEqualTo(200);
    assertThat(forReader.headers()).containsEntry("etag", "\"2\"");
    Map<String, Object> whole = new HashMap<>(expected);
    whole.put("version", 1L);
    assertThat(forReader.body()).contains(whole);
    assertThat(forStaff.get("shareState")).isEqualTo("all-authorized");
  }

  @Test
  void onesThatAreNotAvailable_areForStaffAndWhoDeclaredThem() {
    DocumentPath pending =
        documents.declare(folder, reader, "a", "text/plain", TestDocuments.ascii("a"));
    DocumentPath rejected = documents.rejected(folder, reader);

    assertThat(documents.get(pending, staff).get("status")).isEqualTo("pending");
    assertThat(documents.get(pending, reader).has("shareState")).isFalse();
    assertThat(documents.get(pending, other).problem()).isEqualTo("not-found");
    assertThat(documents.get(rejected, staff).get("shareState")).isEqualTo("all-authorized");
    assertThat(documents.get(rejected, reader).get("rejection"))
        .isEqualTo(
            Map.of(
                "code", "content-type-mismatch",
                "detail", "The first bytes are not those of a PDF."));
    assertThat(documents.get(rejected, other).body())
        .isEqualTo(documents.get(pending, TestFirm.person()).body());
  }

  @Test
  void underAnotherFoldersPath_itIsUnknown() {
    FolderPath another =
        firm.folder(documents.client, AccessLevel.VIEW, Recipient.ALL_AUTHORIZED).path();
    DocumentPath path = documents.available(folder, reader, "a");

    assertThat(documents.get(new DocumentPath(another, path.document()), staff).problem())
        .isEqualTo("not-found");
    assertThat(documents.get(new DocumentPath(another, path.document()), reader).problem())
        .isEqualTo("not-found");
  }
}
