package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInChangeTest {
  private static final PersonId PERSON = TestFirm.person();
  private static final Duration TIME = Duration.ofSeconds(15);
  private static final Instant NOW = TestFirm.NOW;

  private final Table table = new InMemoryTable();
  private final SignInChange one = SignInChange.of(PERSON, "reset");
  private final SignInChange other = SignInChange.of(PERSON, "reset");

  @BeforeEach
  void person() {
    table.write(List.of(Write.put(Fields.of().at(TableKeys.person(PERSON)))));
  }

  private boolean begins(SignInChange change, Instant now) {
    return table.tryWrite(change.begin(now, TIME));
  }

  private boolean hasBegun(SignInChange change) {
    return change.hasBegun(table.require(TableKeys.person(PERSON)));
  }

  @Test
  void aClaim_keepsOthersOut_untilItsTimeIsOver() {
    assertThat(begins(one, NOW)).isTrue();
    assertThat(begins(other, NOW.plus(TIME).minusMillis(1))).isFalse();
    assertThat(begins(other, NOW.plus(TIME))).isTrue();
    assertThat(begins(one, NOW.plus(TIME))).isFalse();
  }

  @Test
  void aClaim_mayBeMadeAgain_andGivenUp() {
    begins(one, NOW);

    assertThat(begins(one, NOW.plusMillis(1))).isTrue();
    assertThat(table.update(other.release())).isEmpty();
    assertThat(table.update(one.release())).isPresent();
    assertThat(begins(other, NOW.plusMillis(1))).isTrue();
    assertThat(table.tryWrite(List.of(one.end(NOW)))).isFalse();
    assertThat(table.tryWrite(List.of(other.end(NOW)))).isTrue();
  }

  @Test
  void whoeverRepeatsAChange_seesThatItHasBegun_untilItEnds() {
    begins(one, NOW);
    table.update(one.release());

    assertThat(hasBegun(other)).isTrue();
    assertThat(hasBegun(SignInChange.of(PERSON))).isFalse();
    begins(other, NOW);
    table.write(List.of(other.end(NOW)));
    assertThat(hasBegun(other)).isFalse();
  }

  @Test
  void theCallsOfAChange_areKnownByItsClaim_forFifteenDays() {
    begins(one, NOW);

    Key known = SignInChange.keyOf(PERSON, "aws-sdk-java/2 sign-in-change/" + one.claim()).get();
    assertThat(table.require(known).fields().number(Item.EXPIRES_AT_EPOCH))
        .isEqualTo(NOW.plus(Duration.ofDays(15)).getEpochSecond());
    assertThat(SignInChange.keyOf(PERSON, "sign-in-change/" + other.claim()).flatMap(table::find))
        .isEmpty();
    assertThat(
            SignInChange.keyOf(TestFirm.person(), "sign-in-change/" + one.claim())
                .flatMap(table::find))
        .isEmpty();
    assertThat(SignInChange.keyOf(PERSON, "Mozilla/5.0")).isEmpty();
  }

  @Test
  void sessionsEnd_whenAChangeBegins_andAgainWhenItEnds() {
    Instant later = NOW.plusSeconds(3);

    begins(one, NOW);
    assertThat(isValid(NOW.minusSeconds(1))).isFalse();
    assertThat(isValid(NOW)).isTrue();
    table.write(List.of(one.end(later)));

    assertThat(isValid(NOW)).isFalse();
    assertThat(isValid(later)).isTrue();
  }

  private boolean isValid(Instant began) {
    return Sessions.isValid(began, table.find(TableKeys.person(PERSON)));
  }

  @Test
  void aChangeOfNobody_makesNoItem() {
    SignInChange unknown = SignInChange.of(TestFirm.person());

    assertThat(begins(unknown, NOW)).isFalse();
    assertThat(table.update(unknown.release())).isEmpty();
  }
}
