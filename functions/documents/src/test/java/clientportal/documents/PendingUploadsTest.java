package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.http.Exchange;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import clientportal.uploads.PartSizes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much may be pending at a time. */
final class PendingUploadsTest {
  private static final byte[] BYTES = TestDocuments.ascii("some text");
  private static final Instant LATER = TestFirm.NOW.plus(Duration.ofDays(8));

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId reader = firm.link(documents.client);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED).path();

  private Exchange.Answer declare(PersonId caller, long size) {
    String json =
        """
        {"name": "a", "size": %d, "contentType": "text/plain", "sha256": "%s"}\
        """
            .formatted(size, "0".repeat(64));
    return documents.upload(folder, caller, json).send(documents.requestUpload);
  }

  private DocumentPath declare() {
    return documents.declare(folder, reader, "a.txt", "text/plain", BYTES);
  }

  /** Counts uploads of a person, or of the client, that were declared before. */
  private void pending(int number, boolean ofPerson, long size, Instant until) {
    for (int i = 0; i < number; i++) {
      DocumentPath path = new DocumentPath(folder, new DocumentId(firm.ids.next()));
      Key key =
          ofPerson
              ? TableKeys.pendingUpload(reader, path, 1)
              : TableKeys.pendingUpload(documents.client, path, 1);
      documents.write(
          Write.create(
              Fields.of()
                  .with("size", size)
                  .with(Item.EXPIRES_AT_EPOCH, until.getEpochSecond())
                  .at(key)));
    }
  }

  private List<Item> pending() {
    return firm.table.everything().values().stream()
        .filter(item -> item.key().sk().startsWith(TableKeys.PENDING_UPLOAD_PREFIX))
        .toList();
  }

  private static void assertRefused(Exchange.Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("limit-reached");
    assertThat((String) answer.get("detail")).contains(reason);
  }

  @Test
  void aPersonMayHaveTwoHundredPending_andOneMoreOnceOneIsSettled() {
    pending(199, true, 1, LATER);
    DocumentPath last = declare();
    Map<Key, Item> before = firm.table.everything();

    assertRefused(declare(reader, 1), "200 pending uploads");
    assertThat(firm.table.everything()).isEqualTo(before);
    PersonId other = firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
    assertThat(declare(other, 1).status()).isEqualTo(201);
    documents.store(last, "text/plain", BYTES);
    documents.confirm(last);
    assertThat(declare(reader, 1).status()).isEqualTo(201);
  }

  @Test
  void aNewVersion_countsToo() {
    DocumentPath path = documents.available(folder, reader, "a.txt");
    pending(200, true, 1, LATER);

    String json = TestDocuments.declaration("a", "text/plain", BYTES);
    assertRefused(
        documents.version(path, reader, json).send(documents.requestVersion), "200 pending");
  }

  @Test
  void aPersonMayHaveAHundredGigabytesPending_orOneLargerDocument() {
    pending(1, true, 99_999_999_999L, LATER);
    assertThat(declare(reader, 1).status()).isEqualTo(201);
    assertRefused(declare(reader, 1), "100 GB");
    assertThat(declare(reader, 0).status()).isEqualTo(201);

    TestDocuments elsewhere = new TestDocuments();
    new PendingUploads(elsewhere.firm.table)
        .requireRoom(reader, documents.client, PartSizes.LARGEST_FILE, TestFirm.NOW);
  }

  @Test
  void aClientMayHaveAThousandPending_whoeverDeclaredThem() {
    pending(999, false, 1, LATER);
    assertThat(declare(reader, 1).status()).isEqualTo(201);

    assertRefused(declare(reader, 1), "This client has 1000 pending uploads");
    assertRefused(declare(firm.staff(Role.STAFF, true), 1), "client");
  }

  @Test
  void whatIsExpired_countsNoMore() {
    pending(200, true, 1, TestFirm.NOW);

    assertThat(declare(reader, 1).status()).isEqualTo(201);
  }

  @Test
  void theRowsOfAnUpload_countUntilTwoDaysAfterTheLongestWait() {
    Duration longest = Duration.ofDays(7);
    Instant end = TestFirm.NOW.plus(longest).plus(Duration.ofDays(2));
    pending(199, true, 1, LATER.plus(Duration.ofDays(30)));
    declare(reader, 1);
    PendingUploads pending = new PendingUploads(firm.table);

    assertThatThrownBy(() -> pending.requireRoom(reader, documents.client, 1, end.minusSeconds(1)))
        .isInstanceOf(ProblemException.class);
    pending.requireRoom(reader, documents.client, 1, end);
  }

  @Test
  void aRepeatedDeclaration_countsOnce_evenAtTheLimit() {
    pending(199, true, 1, LATER);
    String json = TestDocuments.declaration("a", "text/plain", BYTES);
    for (int time = 0; time < 2; time++) {
      assertThat(
              documents
                  .upload(folder, reader, json)
                  .header("idempotency-key", "k")
                  .send(documents.requestUpload)
                  .status())
          .isEqualTo(201);
    }
    assertThat(pending()).hasSize(199 + 2);
  }

  @Test
  void everyEndOfAnUpload_makesRoom() {
    DocumentPath available = declare();
    documents.store(available, "text/plain", BYTES);
    DocumentPath rejected = declare();
    documents.store(rejected, "text/html", BYTES);
    DocumentPath cancelled = declare();
    declare();
    assertThat(pending()).hasSize(8);

    documents.confirm(available);
    assertThat(pending()).hasSize(6);
    documents.confirm(rejected);
    assertThat(pending()).hasSize(4);
    documents.to("DELETE", cancelled, reader).send(documents.cancelUpload);
    assertThat(pending()).hasSize(2);
    documents.sweep(Duration.ofMinutes(20));
    assertThat(pending()).hasSize(2);
    documents.sweep(Duration.ofDays(1));
    assertThat(pending()).isEmpty();
  }
}
