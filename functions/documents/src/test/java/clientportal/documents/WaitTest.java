package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When bytes and results of scans are looked for, and until when. */
final class WaitTest {
  private static final Instant DECLARED = TestFirm.NOW;
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theFirstLook_isAfterTwentyMinutes_andTheLastAfterADay() {
    Upload.Wait bytes = Upload.Wait.from(DECLARED, DECLARED);

    assertThat(bytes.dueAt()).isEqualTo(DECLARED.plus(Duration.ofMinutes(20)));
    assertThat(bytes.endsAt()).isEqualTo(DECLARED.plus(DAY));
    assertThat(Upload.Wait.scan(DECLARED)).isEqualTo(bytes);
    assertThat(bytes.lastLook().dueAt()).isEqualTo(bytes.endsAt());
  }

  @Test
  void whoeverGoesOn_hasAnotherDay_butNoMoreThanSevenInAll() {
    Instant end = DECLARED.plus(Duration.ofDays(7));
    Instant sixDaysLater = end.minus(DAY);

    assertThat(Upload.Wait.from(DECLARED, sixDaysLater.minusMillis(1)).endsAt())
        .isEqualTo(end.minusMillis(1));
    assertThat(Upload.Wait.from(DECLARED, sixDaysLater).endsAt()).isEqualTo(end);
    assertThat(Upload.Wait.from(DECLARED, sixDaysLater.plusMillis(1)).endsAt()).isEqualTo(end);
  }

  @Test
  void aResultIsLookedForEachHour_andOnceMoreAtTheEnd() {
    Upload.Wait wait = Upload.Wait.scan(DECLARED);
    Instant lastHour = wait.endsAt().minus(Duration.ofHours(1));

    assertThat(wait.again(DECLARED).dueAt()).isEqualTo(DECLARED.plus(Duration.ofHours(1)));
    assertThat(wait.again(lastHour.minusMillis(1)).dueAt()).isEqualTo(wait.endsAt().minusMillis(1));
    assertThat(wait.again(lastHour.plusMillis(1)).dueAt()).isEqualTo(wait.endsAt());
    assertThat(wait.again(lastHour.plusMillis(1)).endsAt()).isEqualTo(wait.endsAt());
  }

  @Test
  void whoDiesOverAnUpload_leavesItToTheRoundAfterFiveMinutes() {
    TestDocuments documents = new TestDocuments();
    PersonId reader = documents.firm.link(documents.client);
    FolderPath folder =
        documents.firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();
    DocumentPath path =
        documents.declare(folder, reader, "a.txt", "text/plain", TestDocuments.ascii("some text"));
    Instant looked = DECLARED.plus(Duration.ofMinutes(20));
    Upload taken = Upload.fromItem(documents.firm.table.require(Upload.key(path, Version.FIRST)));
    documents.write(Write.put(taken.until(taken.awaited().orElseThrow().leased(looked)).toItem()));

    assertThat(documents.sweep(Duration.ofMinutes(25).minusMillis(1)).all().due()).isZero();
    assertThat(documents.sweep(Duration.ofMinutes(25)).outcomes())
        .isEqualTo(Map.of(SweepUploads.Outcome.WAITING, 1));
  }
}
