package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.Ids;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Write;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ListDocumentsTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId reader = firm.link(documents.client);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

  private Exchange list(PersonId caller) {
    return documents.to("GET", folder + "/documents", folder, caller);
  }

  private void made(int secondsAgo, String name) {
    made(secondsAgo, name, Optional.empty());
  }

  private void made(int secondsAgo, String name, Optional<DocumentTypeId> type) {
    DocumentPath made = documents.available(folder, staff, name);
    Document stored =
        Document.fromItem(
            firm.table.read(List.of(Document.key(made))).at(Document.key(made)).orElseThrow());
    documents.write(
        Write.delete(Document.key(made)),
        Write.create(earlier(secondsAgo, stored.current(), type).toItem()));
  }

  private Document earlier(int secondsAgo, Version version, Optional<DocumentTypeId> type) {
    String id = new Ids(Clock.fixed(TestFirm.NOW.minusSeconds(secondsAgo), ZoneOffset.UTC)).next();
    return new Document(
        new DocumentPath(folder, new DocumentId(id)),
        version,
        1,
        version.createdAt(),
        false,
        type,
        Grants.NONE,
        Optional.empty(),
        1);
  }

  private static List<Object> names(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(item -> ((Map<?, ?>) item).get("name")).toList();
  }

  @Test
  void availableOnesAreListedNewestFirst_pageByPage() {
    made(20, "second");
    made(30, "first");
    made(10, "third");
    documents.declare(folder, reader, "pending", "text/plain", TestDocuments.ascii("a"));
    documents.rejected(folder, reader);

    Exchange.Answer first = list(reader).query("limit", "2").send(documents.listDocuments);
    made(5, "meanwhile");
    Exchange.Answer second =
        list(reader)
            .query("limit", "2")
            .query("cursor", (String) first.get("nextCursor"))
            .send(documents.listDocuments);

    assertThat(names(first)).containsExactly("third", "second");
    assertThat(names(second)).containsExactly("first");
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(first.get("items").toString()).doesNotContain("shareState");
    assertThat(list(staff).send(documents.listDocuments).get("items").toString())
        .contains("shareState=selected");
    assertThat(names(list(staff).query("archived", "true").send(documents.listDocuments)))
        .isEmpty();
  }

  @Test
  @Tag("BS2")
  @Tag("BX6")
  void readersDoNotSeeWhatIsKeptClosed_andThePageIsFullAllTheSame() {
    DocumentTypeId invoice = firm.documentTypes("Invoice").getFirst();
    made(50, "first");
    made(40, "closed", Optional.of(invoice));
    made(30, "second");
    made(20, "closed too", Optional.of(invoice));
    made(10, "third");
    firm.policy(SharePolicy.Mode.ALL_BUT, invoice);

    Exchange.Answer first = list(reader).query("limit", "2").send(documents.listDocuments);
    Exchange.Answer second =
        list(reader)
            .query("limit", "2")
            .query("cursor", (String) first.get("nextCursor"))
            .send(documents.listDocuments);

    assertThat(names(first)).containsExactly("third", "second");
    assertThat(names(second)).containsExactly("first");
    assertThat(second.has("nextCursor")).isFalse();
    Exchange.Answer ofStaff = list(staff).send(documents.listDocuments);
    assertThat(names(ofStaff)).containsExactly("third", "closed too", "second", "closed", "first");
    List<?> items = (List<?>) ofStaff.get("items");
    assertThat(items.get(1).toString()).contains("documentType=" + invoice, "shareState=none");
    assertThat(items.get(0).toString())
        .contains("shareState=selected")
        .doesNotContain("documentType");
    assertThat(first.get("items").toString()).doesNotContain("documentType");

    firm.policy(SharePolicy.Mode.ALL);

    assertThat(names(list(reader).send(documents.listDocuments)))
        .containsExactly("third", "closed too", "second", "closed", "first");
  }

  /** However many documents are kept closed, one call reads some 2,000 of them only. */
  @Test
  void behindThousandsOfClosedDocuments_thoseThatAreOpenAreOnALaterPage() {
    DocumentTypeId invoice = firm.documentTypes("Invoice").getFirst();
    made(9_000, "open");
    Version version =
        new Version(
            1,
            new Declaration("closed", 1, new ContentType("text/plain"), "0".repeat(64)),
            Actor.PORTAL,
            TestFirm.NOW);
    for (int each = 0; each < 2_000; each++) {
      documents.write(Write.create(earlier(each + 1, version, Optional.of(invoice)).toItem()));
    }
    firm.policy(SharePolicy.Mode.ALL_BUT, invoice);

    Exchange.Answer first = list(reader).query("limit", "1").send(documents.listDocuments);
    Exchange.Answer second =
        list(reader)
            .query("limit", "1")
            .query("cursor", (String) first.get("nextCursor"))
            .send(documents.listDocuments);

    assertThat(names(first)).isEmpty();
    assertThat(names(second)).containsExactly("open");
  }

  @Test
  void onlyThoseToWhomTheFolderIsOpenMay_andThenTheQueryIsLookedAt() {
    assertThat(
            list(TestFirm.person()).query("archived", "1").send(documents.listDocuments).problem())
        .isEqualTo("not-found");
    assertThat(
            list(reader)
                .query("archived", "1")
                .query("limit", "101")
                .send(documents.listDocuments)
                .get("errors")
                .toString())
        .contains("archived", "code=enum", "limit");
  }
}
