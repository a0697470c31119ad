package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.RequestKeys;
import clientportal.access.requests.TestItems;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LastReminderTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Instant AT = Instant.parse("2026-03-04T08:00:00Z");

  private final Table table = new InMemoryTable();

  private LastReminder read() {
    return LastReminder.of(
        TestItems.PATH.client(),
        Recipient.CLIENT,
        table.read(List.of(RequestKeys.lastReminder(TestItems.PATH.client(), Recipient.CLIENT))));
  }

  @Test
  void others_joinTheFirstOfADay_forTwoMinutes() {
    assertThat(read().isOfToday(AT, MADRID)).isFalse();
    table.write(List.of(read().remind(AT)));
    Instant last = AT.plus(LastReminder.TOGETHER).minusMillis(1);
    assertThat(read().isJoinedAt(last)).isTrue();
    assertThat(read().isJoinedAt(last.plusMillis(1))).isFalse();

    table.write(List.of(read().remind(last)));

    assertThat(read().at()).contains(AT);
    table.write(List.of(read().remind(AT.plus(Duration.ofDays(1)))));
    assertThat(read().at()).contains(AT.plus(Duration.ofDays(1)));
  }

  @Test
  void aDay_isOneOfTheFirmsTimeZone() {
    table.write(List.of(read().remind(AT)));
    assertThat(isOfToday("2026-03-04T22:59:59.999Z")).isTrue();
    assertThat(isOfToday("2026-03-04T23:00:00Z")).isFalse();
  }

  @Test
  void aMailThatIsSentLater_isTheOneOfItsDay_andAwaitedForThreeDays() {
    table.write(List.of(read().remind(AT)));
    Instant last = AT.plus(LastReminder.AWAITED);
    assertThat(read().isAwaited(last.minusMillis(1))).isTrue();
    assertThat(read().isAwaited(last)).isFalse();

    mail(Instant.parse("2026-03-05T23:30:00Z"));

    assertThat(read().isAwaited(last.minusMillis(1))).isFalse();
    assertThat(isOfToday("2026-03-05T22:59:59.999Z")).isFalse();
    assertThat(isOfToday("2026-03-06T08:00:00Z")).isTrue();
    assertThat(isOfToday("2026-03-06T23:00:00Z")).isFalse();
    table.write(List.of(read().remind(Instant.parse("2026-03-07T08:00:00Z"))));
    assertThat(read().mailedAt()).isEmpty();
  }

  @Test
  void aMailOfWhichNothingElseIsKnown_isTheOneOfItsDay() {
    mail(AT);
    assertThat(isOfToday("2026-03-04T12:00:00Z")).isTrue();
    Instant next = AT.plus(Duration.ofDays(1));
    table.write(List.of(read().remind(next)));
    assertThat(read().at()).contains(next);
  }

  private void mail(Instant at) {
    table.write(List.of(LastReminder.mailed(TestItems.PATH.client(), Recipient.CLIENT, at)));
  }

  private boolean isOfToday(String now) {
    return read().isOfToday(Instant.parse(now), MADRID);
  }

  @Test
  void ofTwoAtOnce_oneFindsThatTheOtherWasFirst() {
    LastReminder one = read();
    table.write(List.of(read().remind(AT)));
    assertThat(table.tryWrite(List.of(one.remind(AT)))).isFalse();
  }
}
