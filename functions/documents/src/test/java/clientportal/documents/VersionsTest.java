package clientportal.documents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.documents.ConfirmUpload.Outcome;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VersionsTest {
  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED).path();
  private final DocumentPath path = documents.available(folder, reader, "a.txt");

  private int declare(String text) {
    return documents.declareVersion(path, reader, TestDocuments.ascii(text));
  }

  private Outcome arrive(int version, String text) {
    documents.store(path, version, "text/plain", TestDocuments.ascii(text));
    return documents.confirm(path, version);
  }

  private Exchange list(PersonId caller) {
    return documents
        .to("GET", path + "/versions", folder, caller)
        .path("documentId", path.document());
  }

  private Exchange.Answer download(PersonId caller, String version) {
    return documents
        .to("POST", path, caller)
        .path("version", version)
        .send(documents.requestVersionDownload);
  }

  private static List<Object> numbers(Exchange.Answer answer) {
    List<Object> numbers = new ArrayList<>();
    ((List<?>) answer.get("items")).forEach(item -> numbers.add(((Map<?, ?>) item).get("version")));
    return numbers;
  }

  @Test
  void aNewVersion_takesTheOldOnesPlaceOnceItHasArrived_andIsTold() {
    int number = declare("newer");

    assertThat(number).isEqualTo(2);
    assertThat(documents.get(path, reader).get("version")).isEqualTo(1L);
    assertThat(documents.get(path, reader).get("size")).isEqualTo(9L);
    assertThat(arrive(2, "newer")).isEqualTo(Outcome.AVAILABLE);
    Exchange.Answer now = documents.get(path, reader);
    assertThat(now.get("version")).isEqualTo(2L);
    assertThat(now.get("size")).isEqualTo(5L);
    assertThat(now.get("name")).isEqualTo("a.txt");
    assertThat((String) documents.download(path, reader).get("url"))
        .contains("/" + new VersionKey(path, 2).object() + "?");
    assertThat(numbers(list(staff).send(documents.listVersions))).containsExactly(2L, 1L);
    assertThat((String) download(staff, "1").get("url"))
        .contains("/" + new VersionKey(path, 1).object() + "?");
    assertThat((String) download(staff, "2").get("url"))
        .contains("/" + new VersionKey(path, 2).object() + "?");
    assertThat(documents.events())
        .filteredOn(event -> event.data() instanceof DocumentUploaded)
        .hasSize(2);
    Event told =
        documents.events().stream()
            .filter(event ->
                event.data() instanceof DocumentUploaded(_, int version, _, _) && version == 2)
            .findFirst()
            .orElseThrow();
    assertThat(told.data()).isInstanceOf(DocumentUploaded.class);
    assertThat(told.audience()).containsExactly(documents.teamMember.value());
    Item item = requireNonNull(firm.table.everything().get(Document.key(path)));
    assertThat(Document.fromItem(item).toItem()).isEqualTo(item);
  }

  @Test
  void aVersionThatComesAfterANewerOne_isAnOldOneAtOnce_andNoNews() {
    declare("second");
    declare("third");

    assertThat(arrive(3, "third")).isEqualTo(Outcome.AVAILABLE);
    assertThat(arrive(2, "second")).isEqualTo(Outcome.AVAILABLE);
    assertThat(documents.confirm(path, 3)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.confirm(path, 2)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.confirm(path, 1)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.confirm(path, 4)).isEqualTo(Outcome.NOT_DECLARED);

    assertThat(documents.get(path, reader).get("version")).isEqualTo(3L);
    assertThat(numbers(list(staff).send(documents.listVersions))).containsExactly(3L, 2L, 1L);
    assertThat(documents.events().stream().filter(event -> !event.audience().isEmpty())).hasSize(2);
  }

  @Test
  void aName_goesWithItsVersion_andOtherwiseStays() {
    byte[] bytes = TestDocuments.ascii("b");
    String json = TestDocuments.declaration("b.txt", "text/plain", bytes);
    assertThat(documents.version(path, reader, json).send(documents.requestVersion).status())
        .isEqualTo(201);
    declare("third");

    arrive(2, "b");
    assertThat(documents.get(path, reader).get("name")).isEqualTo("b.txt");
    arrive(3, "third");
    assertThat(documents.get(path, reader).get("name")).isEqualTo("b.txt");
    assertThat(list(staff).send(documents.listVersions).get("items").toString())
        .contains("name=a.txt");
  }

  @Test
  void aRejectedVersion_leavesTheDocumentAsItWas() {
    byte[] bytes = TestDocuments.ascii("no pdf");
    String json = TestDocuments.declaration("a.pdf", "application/pdf", bytes);
    documents.version(path, reader, json).send(documents.requestVersion);
    documents.store(path, 2, "application/pdf", bytes);

    assertThat(documents.confirm(path, 2)).isEqualTo(Outcome.REJECTED);

    assertThat(documents.get(path, reader).get("name")).isEqualTo("a.txt");
    assertThat(download(staff, "2").problem()).isEqualTo("not-available");
    assertThat(numbers(list(staff).send(documents.listVersions))).containsExactly(1L);
  }

  @Test
  void aReader_replacesOnlyWhatIsHisOwn_andStaffWhatTheyMayUpload() {
    FolderPath viewed = firm.folder(documents.client, AccessLevel.VIEW, Recipient.CLIENT).path();
    PersonId without = firm.staff(Role.STAFF, false);
    DocumentPath theirs = documents.available(viewed, staff, "b.txt");
    DocumentPath pending =
        documents.declare(folder, reader, "c", "text/plain", TestDocuments.ascii("c"));
    Map<Key, Item> before = firm.table.everything();

    assertThat(documents.version(path, other, "?").send(documents.requestVersion).problem())
        .isEqualTo("permission-required");
    assertThat(documents.version(path, without, "?").send(documents.requestVersion).problem())
        .isEqualTo("permission-required");
    assertThat(documents.version(theirs, reader, "?").send(documents.requestVersion).problem())
        .isEqualTo("permission-required");
    assertThat(documents.version(theirs, other, "?").send(documents.requestVersion).problem())
        .isEqualTo("not-found");
    assertThat(documents.version(pending, other, "?").send(documents.requestVersion).problem())
        .isEqualTo("not-found");
    assertThat(documents.version(path, staff, "?").send(documents.requestVersion).problem())
        .isEqualTo("malformed-json");
    String json = TestDocuments.declaration("x", "text/plain", new byte[0]);
    assertThat(documents.version(pending, reader, json).send(documents.requestVersion).problem())
        .isEqualTo("not-available");
    assertThat(firm.table.everything()).isEqualTo(before);

    documents.declareVersion(path, staff, TestDocuments.ascii("by staff"));
    arrive(2, "by staff");
    assertThat(documents.version(path, reader, "?").send(documents.requestVersion).problem())
        .isEqualTo("permission-required");
  }

  @Test
  void versions_areForStaff() {
    assertThat(list(reader).send(documents.listVersions).problem())
        .isEqualTo("permission-required");
    assertThat(download(reader, "1").problem()).isEqualTo("permission-required");
    assertThat(list(TestFirm.person()).send(documents.listVersions).problem())
        .isEqualTo("not-found");
    for (String unknown : List.of("2", "0", "01", "x", "-1", "1000000")) {
      assertThat(download(staff, unknown).problem()).as(unknown).isEqualTo("not-found");
    }
    declare("pending");
    assertThat(download(staff, "2").problem()).isEqualTo("not-available");
  }

  @Test
  void aRepeatedDeclaration_isTheSameVersion() {
    String json = TestDocuments.declaration("x", "text/plain", TestDocuments.ascii("x"));
    for (int time = 0; time < 2; time++) {
      assertThat(
              documents
                  .version(path, reader, json)
                  .header("idempotency-key", "k")
                  .send(documents.requestVersion)
                  .get("version"))
          .isEqualTo(2L);
    }
  }

  @Test
  void versions_areListedPageByPage() {
    for (int number = 2; number <= 4; number++) {
      declare("v" + number);
      arrive(number, "v" + number);
    }
    for (int limit = 1; limit <= 5; limit++) {
      List<Object> all = new ArrayList<>();
      Exchange next = list(staff).query("limit", Integer.toString(limit));
      while (true) {
        Exchange.Answer page = next.send(documents.listVersions);
        assertThat(numbers(page)).hasSizeBetween(1, limit);
        all.addAll(numbers(page));
        if (!page.has("nextCursor")) {
          break;
        }
        next =
            list(staff)
                .query("limit", Integer.toString(limit))
                .query("cursor", (String) page.get("nextCursor"));
      }
      assertThat(all).as("limit %d", limit).containsExactly(4L, 3L, 2L, 1L);
    }
  }
}
