package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.records.Folder;
import clientportal.delivery.MailRecord;
import clientportal.delivery.MailState;
import clientportal.delivery.MailStep;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded of a mail, whatever the order in which SES reports about it. */
final class RecordMailReportsTest {
  private static final Instant AT = TestFirm.NOW.plus(Duration.ofMinutes(6));

  private final Scene scene = new Scene();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
  private final RecordMailReports reports =
      new RecordMailReports(scene.table, scene.recordBounces());

  /** A report, told apart from the others by how many seconds after the mail it says it was. */
  private record Report(String detailType, String bounceType, int second) {}

  private static final Map<String, MailStep> STEPS =
      Map.of(
          "Email Sent", MailStep.SENT,
          "Email Delivery Delayed", MailStep.DELAYED,
          "Email Delivered", MailStep.DELIVERED,
          "Email Bounced", MailStep.BOUNCED,
          "Email Complaint Received", MailStep.COMPLAINED);

  private MailTags digest() {
    scene.activateClient();
    scene.recordNotices().handle(scene.shared(folder, Recipient.CLIENT));
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
    return MailTags.of(scene.digests(scene.clientHolder).getFirst());
  }

  private void report(MailTags mail, Report report) {
    reports.handle(
        JsonReader.of(
            Reports.of(
                report.detailType(),
                report.bounceType(),
                mail.toTags(),
                AT.plusSeconds(report.second()))));
  }

  private MailState recorded(MailTags mail) {
    return MailRecord.of(mail.mailKey(), scene.table.read(List.of(mail.mailKey()))).state();
  }

  private static <T> List<List<T>> permutations(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<T> rest = new ArrayList<>(of);
      T first = rest.remove(i);
      for (List<T> permutation : permutations(rest)) {
        List<T> whole = new ArrayList<>(List.of(first));
        whole.addAll(permutation);
        all.add(whole);
      }
    }
    return all;
  }

  @Test
  void inEveryOrder_withDoublesAndLateOnes_theSameIsRecorded() {
    MailTags mail = digest();
    assertThat(recorded(mail).shown()).isEqualTo(MailState.Shown.SENT);
    Map<Key, Item> before = scene.everything();
    List<Report> delivered =
        List.of(
            new Report("Email Sent", "", 0),
            new Report("Email Delivery Delayed", "", 1),
            new Report("Email Delivery Delayed", "", 3),
            new Report("Email Delivered", "", 4),
            new Report("Email Delivered", "", 4),
            new Report("Email Complaint Received", "", 5));
    List<Report> bounced =
        List.of(
            new Report("Email Sent", "", 0),
            new Report("Email Sent", "", 2),
            new Report("Email Delivered", "", 3),
            new Report("Email Bounced", "Permanent", 4),
            new Report("Email Bounced", "Permanent", 4));
    for (List<Report> events : List.of(delivered, bounced)) {
      Map<MailStep, Instant> expected = new EnumMap<>(recorded(mail).first());
      events.forEach(event ->
          expected.merge(
              STEPS.get(event.detailType()),
              AT.plusSeconds(event.second()),
              (one, other) -> one.isBefore(other) ? one : other));
      for (List<Report> order : permutations(events)) {
        order.forEach(event -> report(mail, event));
        assertThat(recorded(mail)).as("%s", order).isEqualTo(new MailState(expected));
        scene.restore(before);
      }
    }
  }

  @Test
  void aSoftBounce_isRecorded_andTheAddressStays() {
    MailTags mail = digest();
    report(mail, new Report("Email Bounced", "Transient", 3));

    assertThat(recorded(mail).shown()).isEqualTo(MailState.Shown.BOUNCED);
    assertThat(scene.account(scene.clientHolder).status().receives()).isTrue();
    report(mail, new Report("Email Delivered", "", 2));
    assertThat(recorded(mail).shown()).isEqualTo(MailState.Shown.DELIVERED);
  }

  @Test
  void aReportThatIsKnown_writesNothing() {
    MailTags mail = digest();
    report(mail, new Report("Email Delivered", "", 2));
    Map<Key, Item> before = scene.everything();
    report(mail, new Report("Email Delivered", "", 2));
    report(mail, new Report("Email Delivered", "", 7));
    assertThat(scene.everything()).isEqualTo(before);
  }
}
