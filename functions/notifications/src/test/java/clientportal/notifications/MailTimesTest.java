package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.Notice;
import clientportal.platform.CallSchedule.CallFailure;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Digests to clients and contacts are sent at the times that the firm wants. It is a Sunday. */
final class MailTimesTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Instant DUE = TestFirm.NOW.plus(WINDOW);
  private static final Instant NEXT_MORNING = Instant.parse("2026-03-02T09:00:00Z");
  private static final MailTimes QUIET =
      new MailTimes(
          Optional.of(new QuietHours(LocalTime.of(9, 35), LocalTime.of(10, 0))),
          List.of(),
          Optional.empty());
  private static final MailTimes QUIET_SUNDAYS =
      new MailTimes(Optional.empty(), List.of(DayOfWeek.SUNDAY), Optional.empty());

  private final Scene scene = new Scene();
  private final RecordNotices recordNotices = scene.recordNotices();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  MailTimesTest() {
    scene.activateClient();
  }

  private static MailTimes limit(long mailsPerDay) {
    return new MailTimes(Optional.empty(), List.of(), Optional.of(mailsPerDay));
  }

  private void mailAt(MailTimes times) {
    scene.mailAt(ZoneOffset.UTC, times);
  }

  private void add(String name) {
    recordNotices.handle(scene.added(folder, name, Recipient.CLIENT));
  }

  private void send() {
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  private void sendAt(Instant time) {
    scene.clock.advance(Duration.between(scene.clock.instant(), time));
    send();
  }

  private DigestWindow last() {
    return scene.digests(scene.clientHolder).getLast();
  }

  private String mails() {
    return scene.mails.all().stream()
        .map(mail -> mail.mail().text())
        .reduce("", (one, other) -> one + "\n---\n" + other);
  }

  @Test
  void aDigestThatWouldBeDueInQuietTime_staysOpen_andGoesWithAllThatComes() {
    mailAt(QUIET);
    add("a.pdf");
    assertThat(last().dueAt()).contains(Instant.parse("2026-03-01T10:00:00Z"));

    sendAt(DUE);
    add("b.pdf");
    sendAt(Instant.parse("2026-03-01T09:59:59Z"));
    assertThat(scene.mails.all()).isEmpty();

    sendAt(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(mails()).contains("a.pdf", "b.pdf");
  }

  @Test
  void theClockOfTheFirmsZoneCounts() {
    scene.mailAt(ZoneId.of("Asia/Tokyo"), QUIET);
    add("a.pdf");

    assertThat(last().dueAt()).contains(DUE);
  }

  @Test
  void aDigestWhoseTimeHasBecomeQuiet_isPutOffBeforeItIsSent_asIfItHadNotBeenTaken() {
    add("a.pdf");
    DigestWindow before = last();
    mailAt(QUIET_SUNDAYS);

    sendAt(DUE);
    assertThat(last().state()).isEqualTo(DigestWindow.State.OPEN);
    assertThat(last().tries()).isEqualTo(before.tries());
    assertThat(last().dueAt()).contains(Instant.parse("2026-03-02T00:00:00Z"));
    Map<Key, Item> after = scene.everything();
    send();
    assertThat(scene.everything()).isEqualTo(after);

    add("b.pdf");
    assertThat(scene.digests(scene.clientHolder)).hasSize(1);
    mailAt(MailTimes.ANY);
    send();
    assertThat(scene.mails.all()).isEmpty();
    sendAt(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(mails()).contains("a.pdf", "b.pdf");
  }

  @Test
  void aDigestThatIsTriedAgain_isPutOffToo_andStaysClosed() {
    add("a.pdf");
    scene.mails.fail(_ -> true);
    scene.clock.advance(WINDOW);
    assertThat(scene.sendDueDigests().handle(() -> true).failures()).hasSize(1);
    scene.mails.fail(_ -> false);
    mailAt(QUIET_SUNDAYS);

    sendAt(DUE.plus(DigestWindow.FIRST_LEASE));

    assertThat(last().state()).isEqualTo(DigestWindow.State.SENDING);
    assertThat(last().tries()).isEqualTo(1);
    add("b.pdf");
    assertThat(scene.digests(scene.clientHolder)).hasSize(2);
    sendAt(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(scene.mails.all()).hasSize(2);
  }

  @Test
  void afterTheLastMailOfADay_theNextGoesInTheMorning_withAllThatComes() {
    mailAt(limit(1));
    add("a.pdf");
    sendAt(DUE);
    assertThat(scene.mails.all()).hasSize(1);

    add("b.pdf");
    assertThat(last().dueAt()).contains(NEXT_MORNING);
    sendAt(Instant.parse("2026-03-02T08:59:59Z"));
    add("c.pdf");
    assertThat(scene.mails.all()).hasSize(1);
    sendAt(NEXT_MORNING);

    assertThat(scene.mails.all()).hasSize(2);
    assertThat(scene.mails.all().getLast().mail().text())
        .contains("b.pdf", "c.pdf")
        .doesNotContain("a.pdf");
  }

  @Test
  void aLimitThatIsSetMeanwhile_holdsWhenTheDigestIsSent() {
    mailAt(limit(2));
    add("a.pdf");
    sendAt(DUE);
    add("b.pdf");
    mailAt(limit(1));

    sendAt(DUE.plus(WINDOW));

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(last().isOpen()).isTrue();
    assertThat(last().dueAt()).contains(NEXT_MORNING);
  }

  @Test
  void aDigestOfWhichNothingIsLeft_usesUpNoPlaceOfItsDay_andWaitsForNothing() {
    mailAt(limit(1));
    add("a.pdf");
    scene
        .inbox(scene.account(scene.clientHolder).person().orElseThrow())
        .forEach(notice ->
            scene.write(
                Notice.markRead(
                    scene.account(scene.clientHolder).person().orElseThrow(),
                    notice.id(),
                    scene.clock.instant())));
    sendAt(DUE);
    assertThat(scene.mails.all()).isEmpty();
    assertThat(last().state()).isEqualTo(DigestWindow.State.SENT);

    add("b.pdf");
    sendAt(DUE.plus(WINDOW));
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void staff_getTheirDigestsAtAnyTime() {
    mailAt(new MailTimes(QUIET.quietHours(), List.of(DayOfWeek.SUNDAY), Optional.of(1L)));
    StaffMember sam = scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
    Actor carla = new Actor(Optional.of(TestFirm.person()), Actor.As.CLIENT, "client", "Carla");

    for (int mail = 1; mail <= 2; mail++) {
      recordNotices.handle(scene.uploaded(folder, mail + ".pdf", carla, sam));
      scene.clock.advance(WINDOW);
      send();
      assertThat(scene.mails.all()).hasSize(mail);
    }
  }

  /** One that is tried again, and the next; there is room for one of them. */
  private void twoAreDue() {
    add("a.pdf");
    scene.mails.fail(_ -> true);
    scene.clock.advance(WINDOW);
    assertThat(scene.sendDueDigests().handle(() -> true).failures()).hasSize(1);
    scene.mails.fail(_ -> false);
    mailAt(limit(1));
    add("b.pdf");
    scene.clock.advance(WINDOW);
  }

  @Test
  void ofTwoThatAreDueAtTheSameInstant_oneGetsTheLastPlaceOfTheDay_atWhateverStepRoundsMeet() {
    twoAreDue();
    Map<Key, Item> before = scene.everything();
    Instant then = scene.clock.instant();
    scene.calls.restart();
    send();
    int steps = scene.calls.made();
    assertThat(steps).isGreaterThan(20);

    for (int step = 1; step <= steps; step++) {
      scene.restore(before);
      scene.clock.advance(Duration.between(scene.clock.instant(), then));
      int mails = scene.mails.all().size();
      scene.calls.before(step, this::send);
      send();
      scene.calls.restart();
      scene.clock.advance(Duration.ofMinutes(10));
      send();
      assertThat(scene.mails.all()).as("step %d", step).hasSize(mails + 1);

      sendAt(NEXT_MORNING);
      assertThat(scene.mails.all()).as("step %d", step).hasSize(mails + 2);
      assertThat(scene.digests(scene.clientHolder))
          .allMatch(window -> window.state() == DigestWindow.State.SENT);
    }
  }

  @Test
  void aCrashAtAnyStep_usesUpOnePlaceOfTheDay_andTheDigestGoesAllTheSame() {
    mailAt(limit(1));
    add("a.pdf");
    scene.clock.advance(WINDOW);
    Map<Key, Item> before = scene.everything();
    scene.calls.restart();
    send();
    int steps = scene.calls.made();

    for (int step = 1; step <= steps; step++) {
      for (boolean happened : new boolean[] {false, true}) {
        scene.restore(before);
        int mails = scene.mails.all().size();
        scene.calls.failAt(step, happened);
        try {
          send();
        } catch (IllegalStateException | CallFailure _) {
          // as planned
        }
        scene.calls.restart();
        scene.clock.advance(DigestWindow.FIRST_LEASE);
        send();
        assertThat(last().state()).isEqualTo(DigestWindow.State.SENT);
        assertThat(scene.mails.all().size() - mails).isBetween(1, 2);
        assertThat(scene.item(TableKeys.recentDigests(scene.clientHolder)).fields().maps("digests"))
            .hasSize(1);
      }
    }
  }

  /** How many calls to the table recording a notice and sending its digest make. */
  private List<Integer> callsWith(MailTimes times) {
    Scene other = new Scene();
    other.activateClient();
    other.mailAt(ZoneOffset.UTC, times);
    Folder shared = other.firm.folder(other.path, AccessLevel.VIEW, Recipient.CLIENT);
    other.calls.restart();
    other.recordNotices().handle(other.added(shared, "a.pdf", Recipient.CLIENT));
    int opening = other.calls.made();
    other.clock.advance(WINDOW);
    other.calls.restart();
    other.sendDueDigests().handle(() -> true).requireSuccess("digests");
    assertThat(other.mails.all()).hasSize(1);
    return List.of(opening, other.calls.made());
  }

  @Test
  void withoutALimit_nothingMoreIsReadOrWritten_andWithOneTwoReadsAndAWrite() {
    List<Integer> any = callsWith(MailTimes.ANY);
    MailTimes otherNights =
        new MailTimes(
            Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0))),
            List.of(DayOfWeek.MONDAY),
            Optional.empty());

    assertThat(callsWith(otherNights)).isEqualTo(any);
    assertThat(callsWith(limit(50))).containsExactly(any.getFirst() + 1, any.getLast() + 2);
  }
}
