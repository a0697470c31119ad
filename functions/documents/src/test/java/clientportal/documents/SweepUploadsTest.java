package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.documents.SweepUploads.Outcome;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.ObjectKey;
import clientportal.uploads.StoredFiles;
import clientportal.uploads.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SweepUploadsTest {
  private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
  private static final Duration DAY = Duration.ofDays(1);
  private static final byte[] BYTES = TestDocuments.ascii("some text");

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId reader = firm.link(documents.client);
  private final FolderPath folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

  private DocumentPath declare() {
    return documents.declare(folder, reader, "a.txt", "text/plain", BYTES);
  }

  private DocumentPath declareInParts() {
    Exchange.Answer answer =
        documents
            .upload(folder, reader, TestDocuments.largeDeclaration(TestDocuments.large()))
            .send(documents.requestUpload);
    return new DocumentPath(folder, new DocumentId((String) answer.get("documentId")));
  }

  @Test
  void anUploadWhoseEventWasLost_isSettledByWhatIsStored_andToldOnce() {
    DocumentPath path = declare();
    documents.store(path, "text/plain", BYTES);

    assertThat(documents.sweep(TWENTY_MINUTES.minusMillis(1)).all().due()).isZero();
    SweepUploads.Round round = documents.sweep(TWENTY_MINUTES);

    assertThat(round.outcomes()).isEqualTo(Map.of(Outcome.SETTLED, 1));
    assertThat(documents.get(path, reader).get("status")).isEqualTo("available");
    assertThat(documents.confirm(path)).isEqualTo(ConfirmUpload.Outcome.SETTLED_BEFORE);
    assertThat(documents.sweep(DAY.multipliedBy(30)).all().due()).isZero();
    assertThat(documents.events()).hasSize(1);
  }

  @Test
  void oneThatIsNotAsDeclared_isRejected_andLooksNoMore() {
    DocumentPath path = declare();
    documents.store(path, "text/html", BYTES);

    assertThat(documents.sweep(TWENTY_MINUTES).ended(Outcome.SETTLED)).isEqualTo(1);
    assertThat(documents.get(path, reader).get("status")).isEqualTo("rejected");
    assertThat(documents.sweep(DAY.multipliedBy(30)).all().due()).isZero();
  }

  @Test
  void oneThatNeverCame_isWaitedForADay_andForgotten() {
    DocumentPath path = declare();

    assertThat(documents.sweep(TWENTY_MINUTES).outcomes()).isEqualTo(Map.of(Outcome.WAITING, 1));
    assertThat(documents.sweep(DAY.minusMillis(1)).all().due()).isZero();
    assertThat(documents.get(path, reader).get("status")).isEqualTo("pending");
    assertThat(documents.sweep(DAY).outcomes()).isEqualTo(Map.of(Outcome.FORGOTTEN, 1));

    assertThat(documents.get(path, reader).problem()).isEqualTo("not-found");
    assertThat(documents.confirm(path)).isEqualTo(ConfirmUpload.Outcome.NOT_DECLARED);
    assertThat(documents.events()).isEmpty();
  }

  @Test
  void oneThatComesLate_isSettledWithinItsDay() {
    DocumentPath path = declare();
    documents.sweep(TWENTY_MINUTES);
    documents.store(path, "text/plain", BYTES);

    assertThat(documents.sweep(DAY).outcomes()).isEqualTo(Map.of(Outcome.SETTLED, 1));
    assertThat(documents.get(path, reader).get("status")).isEqualTo("available");
  }

  @Test
  void abandonedParts_areGivenUpWithTheirUpload() {
    DocumentPath path = declareInParts();
    documents.parts.put(documents.parts.open().getFirst(), 1, new byte[5 << 20]);

    documents.sweep(TWENTY_MINUTES);
    assertThat(documents.parts.open()).hasSize(1);
    assertThat(documents.sweep(DAY).outcomes()).isEqualTo(Map.of(Outcome.FORGOTTEN, 1));

    assertThat(documents.parts.open()).isEmpty();
    assertThat(documents.resume(path, reader, 1).problem()).isEqualTo("not-found");
  }

  @Test
  void partsThatBecameOneInTime_areSettledEvenAtTheLastLook() {
    DocumentPath path = declareInParts();
    byte[] bytes = TestDocuments.large();
    String uploadId = documents.parts.open().getFirst();
    documents.parts.put(uploadId, 1, TestDocuments.part(bytes, 1));
    documents.parts.put(uploadId, 2, TestDocuments.part(bytes, 2));
    assertThat(documents.complete(path, reader).status()).isEqualTo(202);

    assertThat(documents.sweep(DAY).outcomes()).isEqualTo(Map.of(Outcome.SETTLED, 1));
    assertThat(documents.get(path, reader).get("status")).isEqualTo("available");
  }

  @Test
  void whoResumesMeanwhile_isNotForgotten() {
    DocumentPath path = declare();
    Table table =
        new CallSchedule()
            .beforeFirstWrite(() -> documents.resume(path, reader, 1))
            .around(firm.table);
    Clock later = Clock.offset(firm.clock, DAY);

    SweepUploads.Round round = documents.sweep(table, later).handle(() -> true);

    assertThat(round.outcomes()).isEqualTo(Map.of(Outcome.LEFT, 1));
    assertThat(documents.get(path, reader).get("status")).isEqualTo("pending");
  }

  @Test
  void oneThatFails_keepsNoOther_andComesAgainWithItsLease() {
    DocumentPath failing = declare();
    DocumentPath other = declare();
    documents.store(other, "text/plain", BYTES);
    StoredFiles broken =
        new StoredFiles() {
          @Override
          public Optional<Stored> stored(ObjectKey key) {
            if (key.equals(new VersionKey(failing, 1).object())) {
              throw new IllegalStateException("S3 is not there");
            }
            return documents.files.stored(key);
          }

          @Override
          public Optional<byte[]> firstBytes(ObjectKey key, int most) {
            return documents.files.firstBytes(key, most);
          }

          @Override
          public Optional<Verdict> verdict(ObjectKey key) {
            return documents.files.verdict(key);
          }

          @Override
          public void delete(ObjectKey key) {
            documents.files.delete(key);
          }
        };
    ConfirmUpload confirm =
        new ConfirmUpload(firm.table, broken, TestDocuments.BUCKET, false, firm.ids, firm.clock);
    SweepUploads.Round round =
        new SweepUploads(
                firm.table,
                confirm,
                broken,
                documents.parts,
                Clock.offset(firm.clock, TWENTY_MINUTES))
            .handle(() -> true);

    assertThat(round.ended(Outcome.SETTLED)).isEqualTo(1);
    assertThat(round.all().failures()).hasSize(1);
    assertThatThrownBy(() -> round.all().requireSuccess("uploads"))
        .hasSuppressedException(round.all().failures().getFirst());
    assertThat(documents.sweep(TWENTY_MINUTES.plusMinutes(4)).all().due()).isZero();
    assertThat(documents.sweep(TWENTY_MINUTES.plusMinutes(5)).all().due()).isEqualTo(1);
  }

  @Test
  void whoDiesOverAnUpload_leavesItToTheRoundAfterFiveMinutes() {
    DocumentPath path = declare();
    Instant looked = TestFirm.NOW.plus(TWENTY_MINUTES);
    Upload taken = Upload.fromItem(firm.table.require(Upload.key(path, Version.FIRST)));
    documents.write(Write.put(taken.until(taken.awaited().orElseThrow().leased(looked)).toItem()));

    assertThat(documents.sweep(Duration.ofMinutes(25).minusMillis(1)).all().due()).isZero();
    assertThat(documents.sweep(Duration.ofMinutes(25)).outcomes())
        .isEqualTo(Map.of(Outcome.WAITING, 1));
  }

  @Test
  void whenTheTimeIsOver_theRestIsTheNextRounds() {
    declare();
    Map<Key, Item> before = firm.table.everything();

    SweepUploads.Round round =
        documents.sweep(firm.table, Clock.offset(firm.clock, DAY)).handle(() -> false);

    assertThat(round.all().due()).isEqualTo(1);
    assertThat(round.all().oldest()).isEqualTo(DAY.minus(TWENTY_MINUTES));
    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
