package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.Folder;
import clientportal.documents.SweepUploads.Outcome;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.uploads.MultipartUploads;
import clientportal.uploads.StoredFiles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Uploads that are cancelled, or dismissed once they were rejected, and what becomes of bytes. */
final class EndedUploadsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final byte[] BYTES = TestDocuments.ascii("some text");

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final PersonId reader = firm.link(documents.client);
  private final PersonId other =
      firm.linkContact(documents.client, new ContactId(firm.ids.next()), true);
  private final Folder folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.ALL_AUTHORIZED);

  private DocumentPath declare() {
    return documents.declare(folder.path(), reader, "a.txt", "text/plain", BYTES);
  }

  private DocumentPath declareInParts() {
    Exchange.Answer answer =
        documents
            .upload(folder.path(), reader, TestDocuments.largeDeclaration(TestDocuments.large()))
            .send(documents.requestUpload);
    return new DocumentPath(folder.path(), new DocumentId((String) answer.get("documentId")));
  }

  private Exchange.Answer cancel(DocumentPath path, PersonId caller, int version) {
    return documents
        .to("DELETE", path, caller)
        .query("version", Integer.toString(version))
        .send(documents.cancelUpload);
  }

  private Exchange.Answer dismiss(DocumentPath path, PersonId caller) {
    return documents.to("POST", path, caller).send(documents.dismissUpload);
  }

  private List<?> uploads(PersonId caller) {
    return (List<?>)
        documents
            .to("GET", folder.path() + "/uploads", folder.path(), caller)
            .send(documents.listUploads)
            .get("items");
  }

  @Test
  void itsUploaderOrStaff_cancelAPendingUpload_andItIsGone() {
    for (PersonId caller : List.of(reader, staff)) {
      DocumentPath path = declare();

      assertThat(cancel(path, caller, 1).status()).isEqualTo(204);

      assertThat(uploads(staff)).isEmpty();
      assertThat(uploads(reader)).isEmpty();
      assertThat(documents.get(path, reader).problem()).isEqualTo("not-found");
      assertThat(documents.resume(path, reader, 1).problem()).isEqualTo("not-found");
      assertThat(cancel(path, caller, 1).problem()).isEqualTo("not-found");
    }
    assertThat(documents.events()).isEmpty();
  }

  @Test
  void aCancelledVersion_leavesTheDocumentAsItIs_andItsNumberIsNotUsedAgain() {
    DocumentPath path = documents.available(folder.path(), reader, "a.txt");
    int version = documents.declareVersion(path, reader, BYTES);

    assertThat(cancel(path, reader, version).status()).isEqualTo(204);

    assertThat(documents.get(path, reader).get("version")).isEqualTo(1L);
    assertThat(documents.declareVersion(path, reader, BYTES)).isEqualTo(version + 1);
  }

  @Test
  void bytesThatComeAfterwards_becomeNothing_andAreDeletedInTheEnd() {
    DocumentPath path = declare();
    cancel(path, reader, 1);
    documents.store(path, "text/plain", BYTES);

    assertThat(documents.confirm(path)).isEqualTo(ConfirmUpload.Outcome.NOT_DECLARED);
    assertThat(documents.sweep(DAY.minusMillis(1)).all().due()).isZero();
    assertThat(documents.sweep(DAY).outcomes()).isEqualTo(Map.of(Outcome.DISCARDED, 1));

    assertThat(documents.files.stored(new VersionKey(path, 1).object())).isEmpty();
    assertThat(documents.sweep(DAY.multipliedBy(30)).all().due()).isZero();
    assertThat(documents.events()).isEmpty();
  }

  @Test
  void aRepeatedDeclaration_ofACancelledUpload_saysSo() {
    String whole = TestDocuments.declaration("a.txt", "text/plain", BYTES);
    String inParts = TestDocuments.largeDeclaration(TestDocuments.large());
    for (String json : List.of(whole, inParts)) {
      Exchange declaration =
          documents
              .upload(folder.path(), reader, json)
              .header("idempotency-key", json.length() + "k");
      DocumentPath path =
          new DocumentPath(
              folder.path(),
              new DocumentId((String) declaration.send(documents.requestUpload).get("documentId")));
      cancel(path, reader, 1);

      assertThat(declaration.send(documents.requestUpload).problem()).isEqualTo("conflict");
    }
    assertThat(uploads(staff)).isEmpty();
  }

  @Test
  void partsOfACancelledUpload_areGivenUp() {
    DocumentPath path = declareInParts();
    documents.parts.put(documents.parts.open().getFirst(), 1, new byte[5 << 20]);

    assertThat(cancel(path, reader, 1).status()).isEqualTo(204);
    documents.sweep(DAY);

    assertThat(documents.parts.open()).isEmpty();
    assertThat(firm.table.everything().keySet())
        .noneMatch(key -> key.sk().contains(path.document().value()));
  }

  @Test
  void itsUploaderOrStaff_dismissARejectedUpload_andItsBytesAreDeleted() {
    for (PersonId caller : List.of(reader, staff)) {
      DocumentPath path = documents.rejected(folder.path(), reader);

      assertThat(dismiss(path, caller).status()).isEqualTo(204);

      assertThat(uploads(staff)).isEmpty();
      assertThat(documents.get(path, staff).problem()).isEqualTo("not-found");
      assertThat(documents.sweep(DAY).ended(Outcome.DISCARDED)).isEqualTo(1);
      assertThat(documents.files.stored(new VersionKey(path, 1).object())).isEmpty();
    }
  }

  @Test
  void eachIsForItsOwnState_andWhatIsAvailableStays() {
    DocumentPath pending = declare();
    DocumentPath rejected = documents.rejected(folder.path(), reader);
    DocumentPath available = documents.available(folder.path(), reader, "a.txt");
    Map<Key, Item> before = firm.table.everything();

    assertThat(dismiss(pending, reader).problem()).isEqualTo("conflict");
    assertThat(cancel(rejected, reader, 1).problem()).isEqualTo("conflict");
    for (PersonId caller : List.of(reader, staff)) {
      assertThat(cancel(available, caller, 1).problem()).isEqualTo("conflict");
      assertThat(dismiss(available, caller).problem()).isEqualTo("conflict");
    }
    assertThat(cancel(available, reader, 2).problem()).isEqualTo("not-found");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void nobodyElseMay() {
    DocumentPath pending = declare();
    DocumentPath rejected = documents.rejected(folder.path(), reader);
    DocumentPath available = documents.available(folder.path(), reader, "a.txt");
    Map<Key, Item> before = firm.table.everything();

    for (PersonId caller : List.of(other, TestFirm.person())) {
      assertThat(cancel(pending, caller, 1).problem()).isEqualTo("not-found");
      assertThat(dismiss(rejected, caller).problem()).isEqualTo("not-found");
    }
    assertThat(cancel(available, other, 1).problem()).isEqualTo("permission-required");
    assertThat(dismiss(available, other).problem()).isEqualTo("permission-required");
    assertThat(cancel(available, TestFirm.person(), 1).problem()).isEqualTo("not-found");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void bytesThatAreConfirmedAtTheSameMoment_areAvailable_andTheCallerIsTold() {
    DocumentPath path = declare();
    documents.store(path, "text/plain", BYTES);
    Table table =
        new CallSchedule().beforeFirstWrite(() -> documents.confirm(path)).around(firm.table);
    CancelUploadHandler late =
        new CancelUploadHandler(new CancelUpload(new Access(table, firm.clock), table));

    assertThat(documents.to("DELETE", path, reader).send(late).problem()).isEqualTo("conflict");
    assertThat(documents.get(path, reader).get("status")).isEqualTo("available");
    assertThat(documents.sweep(DAY).all().due()).isZero();
  }

  @Test
  void aCrashWhileBytesAreDeleted_isMadeUpForByTheNextRound() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path = world.declare(UploadWorld.IN_PARTS);
          world.documents.to("DELETE", path, world.reader).send(world.documents.cancelUpload);
          SweepUploads crashing =
              new SweepUploads(
                  crashes.around(world.firm.table),
                  world.documents.confirmUpload,
                  crashes.around(StoredFiles.class, world.documents.files),
                  crashes.around(MultipartUploads.class, world.documents.parts),
                  Clock.offset(world.firm.clock, DAY));
          crashes.run(() -> crashing.handle(() -> true));

          world.documents.sweep(DAY.plusMinutes(5));

          assertThat(world.documents.parts.open()).isEmpty();
          assertThat(world.items("DISCARDED#")).isEmpty();
        });
    assertThat(points).isGreaterThan(8);
  }
}
