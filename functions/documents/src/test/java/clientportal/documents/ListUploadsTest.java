package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ListUploadsTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED).path();

  private Exchange list(PersonId caller) {
    return documents.to("GET", folder + "/uploads", folder, caller);
  }

  private static List<Object> ids(Exchange.Answer answer) {
    List<Object> ids = new ArrayList<>();
    ((List<?>) answer.get("items")).forEach(item -> ids.add(((Map<?, ?>) item).get("documentId")));
    return ids;
  }

  private DocumentPath pending(PersonId caller) {
    return documents.declare(folder, caller, "p", "text/plain", TestDocuments.ascii("p"));
  }

  @Test
  void staffSeeAll_othersTheirOwn_newestFirst_andNobodyWhatIsAvailable() {
    documents.available(folder, reader, "a");
    List<DocumentPath> mine =
        List.of(pending(reader), documents.rejected(folder, reader), pending(reader));
    DocumentPath theirs = pending(other);

    Comparator<Object> newestFirst = Comparator.comparing(Object::toString).reversed();
    assertThat(ids(list(reader).send(documents.listUploads)))
        .containsExactlyInAnyOrderElementsOf(
            mine.stream().map(path -> path.document().value()).toList())
        .isSortedAccordingTo(newestFirst);
    assertThat(ids(list(other).send(documents.listUploads)))
        .containsExactly(theirs.document().value());
    Exchange.Answer all = list(staff).send(documents.listUploads);
    assertThat(ids(all)).hasSize(4).isSortedAccordingTo(newestFirst);
    assertThat(all.get("items").toString())
        .contains("status=pending", "status=rejected", "shareState=all-authorized");
    assertThat(list(reader).send(documents.listUploads).get("items").toString())
        .doesNotContain("shareState");
  }

  @Test
  void aVersionOnItsWay_isListedWithItsNumber() {
    DocumentPath path = documents.available(folder, reader, "a");
    documents.declareVersion(path, reader, TestDocuments.ascii("newer"));

    assertThat(list(reader).send(documents.listUploads).get("items").toString())
        .contains("version=2", path.document().value());
  }

  @Test
  @Tag("BS2")
  @Tag("BX6")
  void aVersionOfADocumentThatIsKeptClosed_isNotListedToItsUploader() {
    DocumentPath path = documents.available(folder, reader, "a");
    DocumentPath open = pending(reader);
    documents.declareVersion(path, reader, TestDocuments.ascii("newer"));
    firm.policy(SharePolicy.Mode.ALL_BUT, "none");

    assertThat(ids(list(reader).send(documents.listUploads)))
        .containsExactly(open.document().value());
    assertThat(ids(list(staff).send(documents.listUploads))).hasSize(2);

    firm.policy(SharePolicy.Mode.ALL);

    assertThat(ids(list(reader).send(documents.listUploads))).hasSize(2);
  }

  @Test
  void pagesMissNoneAndRepeatNone() {
    for (int i = 0; i < 7; i++) {
      pending(reader);
    }
    for (PersonId caller : List.of(staff, reader)) {
      List<Object> all = new ArrayList<>();
      Exchange.Answer page = list(caller).query("limit", "3").send(documents.listUploads);
      all.addAll(ids(page));
      while (page.has("nextCursor")) {
        page =
            list(caller)
                .query("limit", "3")
                .query("cursor", (String) page.get("nextCursor"))
                .send(documents.listUploads);
        all.addAll(ids(page));
      }
      assertThat(all).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void aFolderThatIsNotOpen_isUnknown() {
    assertThat(list(TestFirm.person()).query("limit", "x").send(documents.listUploads).problem())
        .isEqualTo("not-found");
    assertThat(list(reader).query("limit", "x").send(documents.listUploads).problem())
        .isEqualTo("invalid-request");
  }
}
