package clientportal.access.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.ids.MailTimes.QuietHours;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MailTimesTest {
  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static MailTimes quiet(QuietHours hours, DayOfWeek... days) {
    return new MailTimes(Optional.of(hours), List.of(days), Optional.empty());
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }

  @Test
  void quietHours_beginInTheirFirstMinute_andAreOverInTheLast() {
    MailTimes night = quiet(hours("20:00", "07:00"));
    MailTimes noon = quiet(hours("12:00", "13:30"));

    assertThat(night.quietUntil(at("2026-03-02T19:59:59.999"))).isEmpty();
    assertThat(night.quietUntil(at("2026-03-02T20:00"))).contains(at("2026-03-03T07:00"));
    assertThat(night.quietUntil(at("2026-03-03T00:00"))).contains(at("2026-03-03T07:00"));
    assertThat(night.quietUntil(at("2026-03-03T06:59:59.999"))).contains(at("2026-03-03T07:00"));
    assertThat(night.quietUntil(at("2026-03-03T07:00"))).isEmpty();
    assertThat(noon.quietUntil(at("2026-03-02T11:59:59.999"))).isEmpty();
    assertThat(noon.quietUntil(at("2026-03-02T12:00"))).contains(at("2026-03-02T13:30"));
    assertThat(noon.quietUntil(at("2026-03-02T13:30"))).isEmpty();
  }

  @Test
  void aQuietDay_lastsFromMidnightToMidnight() {
    MailTimes times = quiet(hours("12:00", "13:00"), DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);

    assertThat(times.quietDays()).containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(times.quietUntil(at("2026-02-27T23:59:59.999"))).isEmpty();
    assertThat(times.quietUntil(at("2026-02-28T00:00"))).contains(at("2026-03-01T00:00"));
    assertThat(times.quietUntil(at("2026-03-01T12:30"))).contains(at("2026-03-02T00:00"));
    assertThat(times.quietUntil(at("2026-03-02T00:00"))).isEmpty();
  }

  @Test
  void anHourOfTheDay_andADayOfTheWeek_areLeftForMails() {
    assertThat(hours("08:00", "07:00").contain(LocalTime.of(7, 30))).isFalse();
    assertThat(hours("00:30", "23:30").contain(LocalTime.of(0, 0))).isFalse();
    for (String to : List.of("07:01", "07:59", "08:00")) {
      assertThatThrownBy(() -> hours("08:00", to)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() ->
            new MailTimes(Optional.empty(), Arrays.asList(DayOfWeek.values()), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theirAttribute_isReadAsItWasWritten() {
    for (MailTimes times :
        List.of(
            MailTimes.ANY,
            quiet(hours("20:00", "07:05"), DayOfWeek.FRIDAY),
            new MailTimes(Optional.empty(), List.of(), Optional.of(3L)))) {
      assertThat(MailTimes.of(times.toFields())).isEqualTo(times);
    }
    assertThat(MailTimes.ANY.toFields()).isEmpty();
  }
}
