package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.Ids;
import clientportal.platform.http.Exchange;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
    DocumentPath made = documents.available(folder, staff, name);
    Document document =
        Document.fromItem(
            firm.table.read(List.of(Document.key(made))).at(Document.key(made)).orElseThrow());
    String id = new Ids(Clock.fixed(TestFirm.NOW.minusSeconds(secondsAgo), ZoneOffset.UTC)).next();
    Document earlier =
        new Document(
            new DocumentPath(folder, new DocumentId(id)),
            document.current(),
            1,
            document.createdAt(),
            false,
            document.grants(),
            1);
    documents.write(
        clientportal.platform.table.Write.delete(Document.key(made)),
        clientportal.platform.table.Write.create(earlier.toItem()));
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
