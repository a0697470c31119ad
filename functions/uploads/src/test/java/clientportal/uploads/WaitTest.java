package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When bytes and results of scans are looked for, and until when. */
final class WaitTest {
  private static final Instant DECLARED = Instant.parse("2026-03-01T09:30:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theFirstLook_isAfterTwentyMinutes_andTheLastAfterADay() {
    Wait bytes = Wait.from(DECLARED, DECLARED);

    assertThat(bytes.dueAt()).isEqualTo(DECLARED.plus(Duration.ofMinutes(20)));
    assertThat(bytes.endsAt()).isEqualTo(DECLARED.plus(DAY));
    assertThat(Wait.scan(DECLARED)).isEqualTo(bytes);
    assertThat(bytes.lastLook().dueAt()).isEqualTo(bytes.endsAt());
  }

  @Test
  void whoeverGoesOn_hasAnotherDay_butNoMoreThanSevenInAll() {
    Instant end = DECLARED.plus(Duration.ofDays(7));
    Instant sixDaysLater = end.minus(DAY);

    assertThat(Wait.from(DECLARED, sixDaysLater.minusMillis(1)).endsAt())
        .isEqualTo(end.minusMillis(1));
    assertThat(Wait.from(DECLARED, sixDaysLater).endsAt()).isEqualTo(end);
    assertThat(Wait.from(DECLARED, sixDaysLater.plusMillis(1)).endsAt()).isEqualTo(end);
  }

  @Test
  void aResultIsLookedForEachHour_andOnceMoreAtTheEnd() {
    Wait wait = Wait.scan(DECLARED);
    Instant lastHour = wait.endsAt().minus(Duration.ofHours(1));

    assertThat(wait.again(DECLARED).dueAt()).isEqualTo(DECLARED.plus(Duration.ofHours(1)));
    assertThat(wait.again(lastHour.minusMillis(1)).dueAt()).isEqualTo(wait.endsAt().minusMillis(1));
    assertThat(wait.again(lastHour.plusMillis(1)).dueAt()).isEqualTo(wait.endsAt());
    assertThat(wait.again(lastHour.plusMillis(1)).endsAt()).isEqualTo(wait.endsAt());
  }

  @Test
  void aWait_isOverAtItsEnd() {
    Wait wait = Wait.scan(DECLARED);

    assertThat(wait.isOver(wait.endsAt().minusMillis(1))).isFalse();
    assertThat(wait.isOver(wait.endsAt())).isTrue();
  }
}
