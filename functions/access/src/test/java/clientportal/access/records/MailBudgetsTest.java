package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

final class MailBudgetsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant NOW = TestFirm.NOW;

  /** Causes as many mails as may be in an hour. */
  private static MailBudgets exhausted(MailCause cause) {
    MailBudgets budgets = MailBudgets.UNUSED;
    for (int mail = 0; mail < cause.mostAnHour(); mail++) {
      assertThat(budgets.admits(cause, NOW)).isTrue();
      budgets = budgets.require(cause, NOW);
    }
    return budgets;
  }

  @Test
  void whatOneCauseUsedUp_leavesAllOfEachOther() {
    for (MailCause cause : MailCause.values()) {
      MailBudgets exhausted = exhausted(cause);
      assertThat(exhausted.admits(cause, NOW)).as("%s", cause).isFalse();
      for (MailCause other : EnumSet.complementOf(EnumSet.of(cause))) {
        MailBudgets budgets = exhausted;
        for (int mail = 0; mail < other.mostAnHour(); mail++) {
          assertThat(budgets.admits(other, NOW)).as("%s after %s", other, cause).isTrue();
          budgets = budgets.count(other, NOW);
        }
        assertThat(budgets.admits(other, NOW)).isFalse();
        assertThat(budgets.admits(cause, NOW.plus(HOUR).minusMillis(1))).isFalse();
        assertThat(budgets.admits(cause, NOW.plus(HOUR))).isTrue();
      }
    }
  }

  @Test
  void theHourAndTheDay_areAnyHourAndAnyDay_andTheWaitIsAsLongAsItTakes() {
    for (MailCause cause : MailCause.values()) {
      MailBudgets budgets = MailBudgets.UNUSED;
      Instant at = NOW;
      for (int mail = 0; mail < cause.mostADay(); mail++) {
        budgets = budgets.require(cause, at);
        at = at.plus(HOUR.dividedBy(cause.mostAnHour() - 1));
      }
      MailBudgets full = budgets;

      assertThat(full.admits(cause, NOW.plus(Duration.ofHours(24)).minusMillis(1))).isFalse();
      assertThat(full.admits(cause, NOW.plus(Duration.ofHours(24)))).isTrue();
      assertThatThrownBy(() -> full.require(cause, NOW.plus(Duration.ofHours(20))))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.retryAfter()).contains(Duration.ofHours(4)));
    }
  }

  @Test
  void theyAreReadAsTheyWereWritten_andKeepNoMoreThanADayNeeds() {
    MailBudgets budgets = MailBudgets.UNUSED;
    assertThat(budgets.toFields().values()).isEmpty();
    for (MailCause cause : MailCause.values()) {
      for (int hour = 0; hour < 100; hour++) {
        budgets = budgets.count(cause, NOW.plus(Duration.ofHours(hour)));
      }
      assertThat(budgets.caused().get(cause)).hasSize(cause.mostADay());
    }

    assertThat(MailBudgets.fromFields(budgets.toFields())).isEqualTo(budgets);
    assertThat(budgets.caused()).hasSize(MailCause.values().length);
  }
}
