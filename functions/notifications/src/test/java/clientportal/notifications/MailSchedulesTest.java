package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EventId;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Folder;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.Notice;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Sender;
import clientportal.platform.table.Item;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What happens to one reader in random schedules: documents come, SES fails, the firm changes its
 * settings, the reader reads, rounds are late or meet, and the clock is changed meanwhile. No mail
 * is sent in quiet time, or above the limit of its day; everything is in the list of notices once,
 * and in one mail or in none; and all that was not read is mailed in the end.
 */
final class MailSchedulesTest {
  private static final int SCHEDULES = 10_000;
  private static final List<ZoneId> ZONES =
      Stream.of(
              "Europe/Madrid", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "UTC")
          .map(ZoneId::of)
          .toList();

  /** One schedule, and what must hold in it at each moment. */
  private static final class Run {
    private final Random random;
    private final String name;
    private final Scene scene = new Scene();
    private final PersonId reader = scene.activateClient();
    private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
    private final ZoneId zone;

    /** The documents that came, with their notices, and those that were read before a mail. */
    private final Map<String, EventId> came = new LinkedHashMap<>();

    private final Set<String> mailed = new HashSet<>();
    private final Set<String> readFirst = new HashSet<>();
    private final List<Instant> limitedMails = new ArrayList<>();
    private boolean fails;

    Run(long seed, int number) {
      random = new Random(seed + number);
      name = "seed %d, schedule %d".formatted(seed, number);
      zone = ZONES.get(random.nextInt(ZONES.size()));
      ZoneOffsetTransition change = zone.getRules().nextTransition(scene.clock.instant());
      if (change != null) {
        go(Duration.between(scene.clock.instant(), change.getInstant()).minusHours(36));
      }
      go(Duration.ofMinutes(random.nextInt(3000)));
      changeSettings();
    }

    private void go(Duration by) {
      scene.clock.advance(by);
    }

    private MailTimes times() {
      return settings().mailTimes();
    }

    private Firm.Settings settings() {
      return Firm.fromItem(scene.item(TableKeys.firm(scene.firm.id))).settings();
    }

    private void changeSettings() {
      Optional<QuietHours> hours = Optional.empty();
      LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
      LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(60));
      if (random.nextInt(3) > 0 && QuietHours.areAllowed(from, to)) {
        hours = Optional.of(new QuietHours(from, to));
      }
      List<DayOfWeek> days =
          random.nextInt(3) == 0
              ? List.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)))
              : List.of();
      Optional<Long> most =
          random.nextInt(3) > 0 ? Optional.of(1L + random.nextInt(2)) : Optional.empty();
      scene.mailAt(zone, new MailTimes(hours, days, most));
    }

    void play() {
      for (int step = 0; step < 8; step++) {
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> documentComes();
          case 3 -> changeSettings();
          case 4 -> fails = !fails && random.nextBoolean();
          case 5 -> somethingIsRead();
          default -> go(Duration.ofMinutes(random.nextInt(120)));
        }
        rounds();
      }
      fails = false;
      for (int i = 0; i < 60 && nextDue().isPresent(); i++) {
        goToNextRound();
        rounds();
      }
      verify();
    }

    private void documentComes() {
      String document = "document-%d.pdf".formatted(came.size());
      var message = scene.added(folder, document, Recipient.CLIENT);
      came.put(document, Scene.id(message));
      go(Duration.ofSeconds(random.nextInt(30)));
      scene.recordNotices().handle(message);
      if (random.nextInt(4) == 0) {
        scene.recordNotices().handle(message);
      }
    }

    private void somethingIsRead() {
      List<Map.Entry<String, EventId>> all = List.copyOf(came.entrySet());
      if (!all.isEmpty()) {
        var one = all.get(random.nextInt(all.size()));
        scene.write(Notice.markRead(reader, one.getValue(), scene.clock.instant()));
        if (!mailed.contains(one.getKey())) {
          readFirst.add(one.getKey());
        }
      }
    }

    private Optional<Instant> nextDue() {
      return scene.digests(scene.clientHolder).stream()
          .flatMap(window -> window.dueAt().stream())
          .min(Instant::compareTo);
    }

    /** Rounds are made each minute, some seconds after it has begun. */
    private void goToNextRound() {
      Instant now = scene.clock.instant();
      nextDue()
          .filter(due -> due.isAfter(now))
          .ifPresent(due -> go(Duration.between(now, due).plusSeconds(random.nextInt(60))));
    }

    /** Two rounds, the second of which is made in the middle of the first now and then. */
    private void rounds() {
      if (nextDue().filter(due -> !due.isAfter(scene.clock.instant())).isEmpty()) {
        return;
      }
      if (random.nextInt(3) == 0) {
        scene.calls.before(1 + random.nextInt(40), this::round);
      }
      round();
      scene.calls.restart();
      if (!fails) {
        assertThat(nextDue().filter(due -> !due.isAfter(scene.clock.instant()))).as(name).isEmpty();
      }
    }

    private void round() {
      MailSender sender = this::send;
      new SendDueDigests(scene.table, sender, scene.textSender, scene.links, scene.clock)
          .handle(() -> true);
    }

    private void send(Sender from, String address, Mail mail, Map<String, String> tags) {
      if (fails) {
        throw new IllegalStateException("SES is not to be reached");
      }
      Instant now = scene.clock.instant();
      assertThat(times().quietUntil(now.atZone(zone).toLocalDateTime())).as(name).isEmpty();
      times()
          .mailsPerDay()
          .ifPresent(most -> {
            limitedMails.add(now);
            LocalDate today = LocalDate.ofInstant(now, zone);
            assertThat(limitedMails)
                .as(name)
                .filteredOn(at -> LocalDate.ofInstant(at, zone).equals(today))
                .hasSizeLessThanOrEqualTo(Math.toIntExact(most));
          });
      for (String document : came.keySet()) {
        if (mail.text().contains(document)) {
          assertThat(mailed.add(document)).as("%s: %s", name, document).isTrue();
          assertThat(readFirst).as(name).doesNotContain(document);
        }
      }
    }

    private void verify() {
      assertThat(scene.partition(TableKeys.inbox(reader)).stream().map(Item::key))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(
              came.values().stream().map(id -> TableKeys.notice(reader, id)).toList());
      assertThat(scene.digests(scene.clientHolder))
          .as(name)
          .allMatch(window -> window.state() == DigestWindow.State.SENT);
      Set<String> all = new HashSet<>(mailed);
      all.addAll(readFirst);
      assertThat(all).as(name).isEqualTo(came.keySet());
    }
  }

  @Test
  void ofRandomSchedules_everythingComesOnce_andAtATimeThatTheFirmWants() {
    long seed = System.nanoTime();
    System.out.println("MailSchedulesTest: seed " + seed);
    int mails = 0;
    for (int number = 0; number < SCHEDULES; number++) {
      Run run = new Run(seed, number);
      run.play();
      mails += run.mailed.size();
    }
    assertThat(mails).isGreaterThan(SCHEDULES);
  }
}
