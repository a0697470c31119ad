package clientportal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.records.Firm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigestTimesTest {
  private static final int SCHEDULES = 10_000;

  /** With summer time that begins at night, at midnight, with half an hour, and with none. */
  private static final List<ZoneId> ZONES =
      Stream.of(
              "Europe/Madrid",
              "America/New_York",
              "America/Santiago",
              "Asia/Beirut",
              "Australia/Lord_Howe",
              "Pacific/Chatham",
              "Asia/Kathmandu",
              "UTC")
          .map(ZoneId::of)
          .toList();

  private static Firm.Settings settings(ZoneId zone, MailTimes times) {
    Firm.Settings defaults = Firm.Settings.DEFAULT;
    return new Firm.Settings(
        defaults.digestMinutes(),
        defaults.selfRegistration(),
        zone,
        defaults.language(),
        defaults.passwordClasses(),
        defaults.secondFactor(),
        defaults.notes(),
        defaults.replyTo(),
        times,
        defaults.reminders(),
        defaults.deliveries());
  }

  private static MailTimes quiet(String from, String to, DayOfWeek... days) {
    return new MailTimes(
        Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to))),
        List.of(days),
        Optional.empty());
  }

  private static MailTimes limited(long mailsPerDay, DayOfWeek... days) {
    return new MailTimes(Optional.empty(), List.of(days), Optional.of(mailsPerDay));
  }

  private static String when(MailTimes times, List<String> sent, String dueAt) {
    return DigestTimes.when(
            settings(ZoneId.of("Europe/Madrid"), times),
            sent.stream().map(DigestTimesTest::instant).toList(),
            instant(dueAt))
        .atZone(ZoneId.of("Europe/Madrid"))
        .toOffsetDateTime()
        .toString();
  }

  private static Instant instant(String time) {
    return ZonedDateTime.parse(time).toInstant();
  }

  @Test
  void aDigestThatIsDueInQuietTime_goesWhenItEnds() {
    MailTimes nights = quiet("20:00", "07:00");
    MailTimes week = quiet("20:00", "07:00", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    assertThat(when(nights, List.of(), "2026-03-02T19:59:59+01:00"))
        .isEqualTo("2026-03-02T19:59:59+01:00");
    assertThat(when(nights, List.of(), "2026-03-02T20:00:00+01:00"))
        .isEqualTo("2026-03-03T07:00+01:00");
    assertThat(when(week, List.of(), "2026-02-27T20:30:00+01:00"))
        .isEqualTo("2026-03-02T07:00+01:00");
    assertThat(when(week, List.of(), "2026-03-01T12:00:00+01:00"))
        .isEqualTo("2026-03-02T07:00+01:00");
    assertThat(when(MailTimes.ANY, List.of("2026-03-01T12:00:00+01:00"), "2026-03-01T12:00+01:00"))
        .isEqualTo("2026-03-01T12:00+01:00");
  }

  @Test
  void afterTheLastMailOfADay_theNextGoesInTheMorning_orWhenQuietTimeEndsAfterThat() {
    List<String> two = List.of("2026-02-27T00:00+01:00", "2026-02-27T23:59:59+01:00");

    assertThat(when(limited(3), two, "2026-02-27T23:59:59+01:00"))
        .isEqualTo("2026-02-27T23:59:59+01:00");
    assertThat(when(limited(2), two, "2026-02-27T12:00+01:00")).isEqualTo("2026-02-28T09:00+01:00");
    assertThat(when(limited(2), two, "2026-02-28T00:00+01:00")).isEqualTo("2026-02-28T00:00+01:00");
    assertThat(when(limited(2, DayOfWeek.SATURDAY), two, "2026-02-27T12:00+01:00"))
        .isEqualTo("2026-03-01T00:00+01:00");
    assertThat(
            when(
                new MailTimes(
                    quiet("20:00", "10:30").quietHours(),
                    List.of(DayOfWeek.SATURDAY),
                    Optional.of(1L)),
                two,
                "2026-02-27T21:00+01:00"))
        .isEqualTo("2026-03-01T10:30+01:00");
  }

  /** The clock goes from 02:00 to 03:00 on 29 March, and from 03:00 to 02:00 on 25 October. */
  @ParameterizedTest
  @CsvSource({
    "20:00, 07:00, 2026-03-28T21:00+01:00, 2026-03-29T07:00+02:00",
    "01:00, 02:30, 2026-03-29T01:10+01:00, 2026-03-29T03:00+02:00",
    "02:15, 02:45, 2026-03-29T01:59+01:00, 2026-03-29T01:59+01:00",
    "20:00, 07:00, 2026-10-24T21:00+02:00, 2026-10-25T07:00+01:00",
    "01:00, 02:30, 2026-10-25T01:10+02:00, 2026-10-25T02:30+02:00",
    "01:00, 02:30, 2026-10-25T02:10+01:00, 2026-10-25T02:30+01:00",
    "02:30, 03:30, 2026-10-25T02:40+02:00, 2026-10-25T02:00+01:00",
    "02:30, 03:30, 2026-10-25T02:40+01:00, 2026-10-25T03:30+01:00",
  })
  void whereTheClockIsChanged_quietTimeIsWhatTheClockShows(
      String from, String to, String dueAt, String goes) {
    assertThat(when(quiet(from, to), List.of(), dueAt)).isEqualTo(goes);
  }

  /** Goes through the minutes as somebody does who looks at the clock. */
  private static Instant minuteByMinute(
      ZoneId zone, MailTimes times, List<Instant> sent, Instant dueAt) {
    Optional<LocalDate> waitsFor = Optional.empty();
    for (Instant now = dueAt; ; now = now.plus(1, ChronoUnit.MINUTES)) {
      ZonedDateTime clock = now.atZone(zone);
      LocalDate today = clock.toLocalDate();
      if (waitsFor.isEmpty() && isFull(today, zone, times, sent)) {
        waitsFor = Optional.of(today.plusDays(1));
      }
      boolean waits =
          waitsFor.filter(day -> clock.toLocalDateTime().isBefore(day.atTime(9, 0))).isPresent();
      if (!waits) {
        waitsFor = Optional.empty();
        if (!isFull(today, zone, times, sent) && !isQuiet(clock, times)) {
          return now;
        }
      }
    }
  }

  private static boolean isFull(LocalDate day, ZoneId zone, MailTimes times, List<Instant> sent) {
    return times
        .mailsPerDay()
        .filter(most ->
            sent.stream().filter(at -> at.atZone(zone).toLocalDate().equals(day)).count() >= most)
        .isPresent();
  }

  private static boolean isQuiet(ZonedDateTime clock, MailTimes times) {
    int now = clock.getHour() * 60 + clock.getMinute();
    return times.quietDays().contains(clock.getDayOfWeek())
        || times
            .quietHours()
            .filter(hours -> {
              int from = hours.from().getHour() * 60 + hours.from().getMinute();
              int to = hours.to().getHour() * 60 + hours.to().getMinute();
              return from < to ? from <= now && now < to : from <= now || now < to;
            })
            .isPresent();
  }

  @Test
  void ofRandomSchedules_eachDigestGoesAtTheFirstMinuteThatIsAllowed() {
    long seed = System.nanoTime();
    System.out.println("DigestTimesTest: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < SCHEDULES; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      MailTimes times = randomTimes(random);
      Instant dueAt = randomTime(zone, random);
      List<Instant> sent =
          IntStream.range(0, random.nextInt(8))
              .mapToObj(_ -> dueAt.minus(Duration.ofMinutes(random.nextInt(2000))))
              .toList();
      String schedule =
          "seed %d, %s, %s, sent %s, due at %s".formatted(seed, zone, times, sent, dueAt);
      Firm.Settings settings = settings(zone, times);

      Instant when = DigestTimes.when(settings, sent, dueAt);

      assertThat(when).as(schedule).isEqualTo(minuteByMinute(zone, times, sent, dueAt));
      assertThat(DigestTimes.when(settings, sent, when)).as(schedule).isEqualTo(when);
    }
  }

  private static MailTimes randomTimes(Random random) {
    Optional<QuietHours> hours = Optional.empty();
    while (hours.isEmpty() && random.nextInt(4) > 0) {
      LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
      LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(60));
      hours =
          QuietHours.areAllowed(from, to)
              ? Optional.of(new QuietHours(from, to))
              : Optional.empty();
    }
    List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
    while (days.size() > random.nextInt(7)) {
      days.remove(random.nextInt(days.size()));
    }
    return new MailTimes(
        hours, days, random.nextBoolean() ? Optional.of(1L + random.nextInt(3)) : Optional.empty());
  }

  /** A minute of the year, and every other time one in which the clock has just been changed. */
  private static Instant randomTime(ZoneId zone, Random random) {
    Instant some =
        Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));
    ZoneOffsetTransition change = zone.getRules().nextTransition(some);
    return change == null || random.nextBoolean()
        ? some
        : change.getInstant().plus(Duration.ofMinutes(random.nextInt(2 * 1440) - 1440));
  }
}
