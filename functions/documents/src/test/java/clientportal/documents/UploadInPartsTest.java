package clientportal.documents;

import static java.util.Collections.nCopies;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.Hashes;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.uploads.PartSizes;
import clientportal.uploads.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Uploads in parts: declared, resumed, completed. */
final class UploadInPartsTest {
  private static final byte[] BYTES = TestDocuments.large();

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED).path();

  private Exchange declaration(String json) {
    return documents.upload(folder, reader, json);
  }

  private DocumentPath declared(Exchange.Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return new DocumentPath(folder, new DocumentId((String) answer.get("documentId")));
  }

  private DocumentPath declare() {
    return declared(
        declaration(TestDocuments.largeDeclaration(BYTES)).send(documents.requestUpload));
  }

  private String uploadId() {
    assertThat(documents.parts.open()).hasSize(1);
    return documents.parts.open().getFirst();
  }

  private void put(int part) {
    documents.parts.put(uploadId(), part, TestDocuments.part(BYTES, part));
  }

  private static List<Object> numbers(Exchange.Answer answer) {
    List<Object> numbers = new ArrayList<>();
    ((List<?>) answer.get("upload", "parts"))
        .forEach(part -> numbers.add(((Map<?, ?>) part).get("number")));
    return numbers;
  }

  @Test
  void aDeclaration_getsAUrlForEachPart() {
    Exchange.Answer answer =
        declaration(TestDocuments.largeDeclaration(BYTES)).send(documents.requestUpload);

    DocumentPath path = declared(answer);
    assertThat(answer.get("upload", "uploadId")).isEqualTo(uploadId());
    assertThat(answer.get("upload", "partSize")).isEqualTo(5L << 20);
    assertThat(numbers(answer)).containsExactly(1L, 2L);
    Map<?, ?> last = (Map<?, ?>) ((List<?>) answer.get("upload", "parts")).getLast();
    assertThat((String) last.get("url")).contains("partNumber=2", "uploadId=" + uploadId());
    Key key = new VersionKey(path, 1).parts();
    Item parts = requireNonNull(firm.table.everything().get(key));
    assertThat(Parts.fromItem(parts).toItem(key, TestFirm.NOW)).isEqualTo(parts);
    assertThat(Parts.fromItem(parts).sha256s())
        .containsExactly(
            Hashes.sha256(TestDocuments.part(BYTES, 1)),
            Hashes.sha256(TestDocuments.part(BYTES, 2)));
    Item upload = requireNonNull(firm.table.everything().get(Upload.key(path, 1)));
    assertThat(Upload.fromItem(upload).toItem()).isEqualTo(upload);
  }

  @Test
  void manyParts_areSignedAHundredAtATime() {
    Exchange.Answer answer = declaration(partsDeclaration(300)).send(documents.requestUpload);
    DocumentPath path = declared(answer);
    assertThat(numbers(answer)).hasSize(100).startsWith(1L).endsWith(100L);
    assertThat(answer.get("upload", "nextPart")).isEqualTo(101L);

    Exchange.Answer second = resume(path, "101");
    assertThat(numbers(second)).hasSize(100).startsWith(101L).endsWith(200L);
    assertThat(second.get("upload", "nextPart")).isEqualTo(201L);
    Exchange.Answer third = resume(path, "201");
    assertThat(numbers(third)).hasSize(100).endsWith(300L);
    assertThat(String.valueOf(third.get("upload"))).doesNotContain("nextPart");
    assertThat(numbers(resume(path, "301"))).isEmpty();
    for (String wrong : List.of("0", "-1", "x", "1000", "")) {
      assertThat(resume(path, wrong).problem()).as(wrong).isEqualTo("invalid-request");
    }
  }

  private Exchange.Answer resume(DocumentPath path, String fromPart) {
    return documents
        .to("POST", path, reader)
        .query("fromPart", fromPart)
        .send(documents.resumeUpload);
  }

  @Test
  void aRepeatedDeclaration_isTheSameUpload() {
    String json = TestDocuments.largeDeclaration(BYTES);
    Exchange.Answer first =
        declaration(json).header("idempotency-key", "k").send(documents.requestUpload);
    Exchange.Answer again =
        declaration(json).header("idempotency-key", "k").send(documents.requestUpload);

    assertThat(again.get("documentId")).isEqualTo(first.get("documentId"));
    assertThat(again.get("upload", "uploadId")).isEqualTo(uploadId());
    assertThat(numbers(again)).containsExactly(1L, 2L);
  }

  @Test
  void missingOrWrongParts_areAFaultThatSaysWhatIsExpected() {
    Map<Key, Item> before = firm.table.everything();
    String whole = TestDocuments.declaration("a", "text/plain", BYTES);
    String sum = Hashes.sha256(BYTES);
    String without = whole.substring(0, whole.length() - 1);

    for (String[] wrong :
        new String[][] {
          {whole, "pointer=/parts, code=required", "each of the 2 parts of 5242880 bytes"},
          {without + ", \"parts\": []}", "pointer=/parts, code=length", "2 parts of 5242880"},
          {without + ", \"parts\": [\"" + sum + "\"]}", "code=length", "2 parts of 5242880"},
          {without + ", \"parts\": [\"" + sum + "\", \"x\"]}", "/parts/1, code=format", ""},
          {without + ", \"parts\": 2}", "pointer=/parts, code=type", ""},
          {
            whole.replaceFirst("\"size\": \\d+", "\"size\": 5000000000001"),
            "/size, code=range",
            "5000000000000"
          },
        }) {
      Exchange.Answer answer = declaration(wrong[0]).send(documents.requestUpload);
      assertThat(answer.problem()).isEqualTo("invalid-request");
      assertThat(answer.get("errors").toString()).contains(wrong[1], wrong[2]);
    }
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(documents.parts.calls).isEmpty();
  }

  @Test
  void partsOfASmallDocument_areAFaultThatNamesTheLimit() {
    String small = TestDocuments.declaration("a", "text/plain", TestDocuments.ascii("small"));
    String json = small.substring(0, small.length() - 1) + ", \"parts\": [1], \"x\": 1}";

    assertThat(declaration(json).send(documents.requestUpload).get("errors").toString())
        .contains("/parts, code=unknown", "more than 1000 bytes", "/x, code=unknown")
        .containsOnlyOnce("/parts");
  }

  @Test
  void theLimits_areReadBeforeADeclaration() {
    GetUploadLimitsHandler limits =
        new GetUploadLimitsHandler(
            new GetUploadLimits(firm.table, new PartSizes(100_000_000, PartSizes.LARGEST_SCANNED)));

    Exchange.Answer answer =
        Exchange.of("GET", "/v1/me/upload-limits").as(reader.value()).send(limits);

    assertThat(answer.body())
        .contains(
            Map.of(
                "largestSize",
                100_000_000_000L,
                "singlePutLimit",
                100_000_000L,
                "smallestPartSize",
                16L << 20));
  }

  @Test
  void theLargestDeclaration_isTaken() {
    String parts = ("\"" + "0".repeat(64) + "\",").repeat(PartSizes.MOST);
    String json =
        """
        {"name":"%s","size":%d,"contentType":"%s","sha256":"%s","parts":[%s]}\
        """
            .formatted(
                "💶".repeat(255),
                PartSizes.LARGEST_FILE,
                "a".repeat(127) + "/" + "b".repeat(127),
                "0".repeat(64),
                parts.substring(0, parts.length() - 1));

    Exchange.Answer answer = declaration(json).send(documents.requestUpload);
    DocumentPath path = declared(answer);
    List<Object> all = numbers(answer);
    for (int from = 101; from <= PartSizes.MOST; from += 100) {
      all.addAll(numbers(resume(path, Integer.toString(from))));
    }
    assertThat(all)
        .isEqualTo(LongStream.rangeClosed(1, PartSizes.MOST).<Object>mapToObj(n -> n).toList());
  }

  @Test
  void whatIsMissing_isSignedAfresh_andTheWaitBeginsAnew() {
    DocumentPath path = declare();
    put(2);

    Exchange.Answer resumed = documents.resume(path, reader, 1);

    assertThat(resumed.status()).isEqualTo(200);
    assertThat(resumed.get("status")).isEqualTo("pending");
    assertThat(numbers(resumed)).containsExactly(1L);
    assertThat(
            Upload.fromItem(requireNonNull(firm.table.everything().get(Upload.key(path, 1))))
                .revision())
        .isEqualTo(2);
    put(1);
    assertThat(numbers(documents.resume(path, reader, 1))).isEmpty();
  }

  @Test
  void theRest_isCompletedOnce_howeverOftenItIsAsked() {
    DocumentPath path = declare();
    put(1);
    assertThat(documents.complete(path, reader).problem()).isEqualTo("not-available");
    assertThat(documents.complete(path, reader).get("detail"))
        .isEqualTo("1 of 2 parts are missing: 2.");
    put(2);

    Exchange.Answer completed = documents.complete(path, reader);
    Exchange.Answer again = documents.complete(path, reader);

    assertThat(completed.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(completed.body());
    assertThat(again.status()).isEqualTo(202);
    assertThat(documents.confirm(path)).isEqualTo(ConfirmUpload.Outcome.AVAILABLE);
    assertThat(documents.complete(path, reader).get("status")).isEqualTo("available");
    Exchange.Answer settled = documents.resume(path, reader, 1);
    assertThat(settled.get("status")).isEqualTo("available");
    assertThat(settled.has("upload")).isFalse();
    assertThat(documents.parts.calls).containsOnlyOnce("complete");
    assertThat(documents.get(path, reader).get("sha256")).isEqualTo(Hashes.sha256(BYTES));
  }

  @Test
  void ofManyMissingParts_tenAreNamed() {
    assertThat(documents.complete(declareParts(10), reader).get("detail"))
        .isEqualTo("10 of 10 parts are missing: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.");
    assertThat(documents.complete(declareParts(11), reader).get("detail"))
        .isEqualTo("11 of 11 parts are missing: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and others.");
  }

  private DocumentPath declareParts(int number) {
    return declared(declaration(partsDeclaration(number)).send(documents.requestUpload));
  }

  private static String partsDeclaration(int number) {
    String sum = "\"" + "0".repeat(64) + "\"";
    return """
    {"name": "a", "size": %d, "contentType": "text/plain", "sha256": %s, "parts": [%s]}\
    """
        .formatted((long) number * (5 << 20), sum, String.join(",", nCopies(number, sum)));
  }

  @Test
  void onePut_isResumedAsAWhole_andNeedsNoCompletion() {
    byte[] bytes = TestDocuments.ascii("a");
    DocumentPath path = documents.declare(folder, reader, "a", "text/plain", bytes);

    assertThat(documents.resume(path, reader, 1).get("upload", "headers").toString())
        .contains("if-none-match");
    assertThat(documents.complete(path, reader).problem()).isEqualTo("not-available");
    documents.store(path, "text/plain", bytes);
    assertThat(documents.complete(path, reader).status()).isEqualTo(202);
    assertThat(documents.parts.calls).isEmpty();
  }

  @Test
  void partsOtherThanDeclared_areRejected() {
    DocumentPath path = declare();
    documents.parts.put(uploadId(), 1, TestDocuments.part(BYTES, 1));
    documents.parts.put(uploadId(), 2, TestDocuments.ascii("1".repeat(1_000)));
    documents.complete(path, reader);

    assertThat(documents.confirm(path)).isEqualTo(ConfirmUpload.Outcome.REJECTED);
    assertThat(documents.resume(path, reader, 1).get("status")).isEqualTo("rejected");
    assertThat(documents.complete(path, reader).get("status")).isEqualTo("rejected");
  }

  @Test
  void itIsForWhoDeclaredIt_asLongAsHeMayUpload() {
    DocumentPath path = declare();
    Map<Key, Item> before = firm.table.everything();

    for (PersonId stranger : List.of(other, TestFirm.person())) {
      assertThat(documents.resume(path, stranger, 1).problem()).isEqualTo("not-found");
      assertThat(documents.complete(path, stranger).problem()).isEqualTo("not-found");
    }
    assertThat(documents.resume(path, staff, 1).problem()).isEqualTo("permission-required");
    assertThat(documents.complete(path, staff).problem()).isEqualTo("permission-required");
    assertThat(documents.resume(path, reader, 2).problem()).isEqualTo("not-found");
    assertThat(firm.table.everything()).isEqualTo(before);

    DocumentPath arrived = documents.available(folder, reader, "a");
    assertThat(documents.resume(arrived, other, 1).problem()).isEqualTo("permission-required");
    FolderPath closed = firm.folder(documents.client, AccessLevel.VIEW).path();
    DocumentPath mine = documents.declare(closed, staff, "a", "text/plain", new byte[0]);
    assertThat(documents.resume(mine, reader, 1).problem()).isEqualTo("not-found");
  }
}
