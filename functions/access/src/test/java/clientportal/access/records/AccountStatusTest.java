package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.records.AccountStatus.Step;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole life cycle: every step from every status, and which statuses count as an account. */
final class AccountStatusTest {
  @ParameterizedTest
  @CsvSource({
    "NONE,    INVITE,   INVITED",
    "NONE,    RESEND,   -",
    "NONE,    ACTIVATE, -",
    "NONE,    MOVE,     -",
    "NONE,    BOUNCE,   -",
    "NONE,    REVOKE,   -",
    "INVITED, INVITE,   -",
    "INVITED, RESEND,   INVITED",
    "INVITED, ACTIVATE, ACTIVE",
    "INVITED, MOVE,     -",
    "INVITED, BOUNCE,   BOUNCED",
    "INVITED, REVOKE,   REVOKED",
    "ACTIVE,  INVITE,   -",
    "ACTIVE,  RESEND,   -",
    "ACTIVE,  ACTIVATE, -",
    "ACTIVE,  MOVE,     ACTIVE",
    "ACTIVE,  BOUNCE,   -",
    "ACTIVE,  REVOKE,   REVOKED",
    "BOUNCED, INVITE,   -",
    "BOUNCED, RESEND,   INVITED",
    "BOUNCED, ACTIVATE, ACTIVE",
    "BOUNCED, MOVE,     -",
    "BOUNCED, BOUNCE,   -",
    "BOUNCED, REVOKE,   REVOKED",
    "REVOKED, INVITE,   INVITED",
    "REVOKED, RESEND,   -",
    "REVOKED, ACTIVATE, -",
    "REVOKED, MOVE,     -",
    "REVOKED, BOUNCE,   -",
    "REVOKED, REVOKE,   -"
  })
  void eachStep_changesEachStatus_asTheTableSays(AccountStatus before, Step step, String after) {
    assertThat(before.after(step))
        .isEqualTo(
            after.equals("-") ? Optional.empty() : Optional.of(AccountStatus.valueOf(after)));
  }

  @Test
  void theTable_isComplete() throws NoSuchMethodException {
    CsvSource table =
        AccountStatusTest.class
            .getDeclaredMethod(
                "eachStep_changesEachStatus_asTheTableSays",
                AccountStatus.class,
                Step.class,
                String.class)
            .getAnnotation(CsvSource.class);

    assertThat(table.value()).hasSize(AccountStatus.values().length * Step.values().length);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE,    false, false",
    "INVITED, true,  true",
    "ACTIVE,  true,  true",
    "BOUNCED, true,  false",
    "REVOKED, false, false"
  })
  void eachStatus_countsAndReceives_asTheTableSays(
      AccountStatus status, boolean counts, boolean receives) {
    assertThat(status.counts()).isEqualTo(counts);
    assertThat(status.receives()).isEqualTo(receives);
    assertThat(AccountStatus.of(status.text())).isEqualTo(status);
    assertThat(status.text()).isEqualTo(status.name().toLowerCase(Locale.ROOT));
  }
}
