package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValidTokensTest {
  private static final EmailAddress EMAIL = new EmailAddress("carla@example.test");
  private static final Key KEY = TableKeys.sentToReset(EMAIL);
  private static final Duration TIME = Duration.ofSeconds(15);
  private static final Instant NOW = TestFirm.NOW;

  private final Table table = new InMemoryTable();

  private ValidTokens read() {
    return ValidTokens.of(KEY, table.read(List.of(KEY)));
  }

  private Token add(String text) {
    Token token =
        Token.verification(
            text, "12345678", "hash", new Purpose.ForPasswordReset(TestFirm.person()), EMAIL, NOW);
    table.write(List.of(read().add(token)));
    return token;
  }

  private boolean claims(String claim, Instant now) {
    return table.update(read().claim(claim, now, TIME)).isPresent();
  }

  @Test
  void theLastTwo_areValid_untilOneIsUsed() {
    Token first = add("one");
    Token second = add("two");
    assertThat(read().has(first)).isTrue();

    Token third = add("three");

    assertThat(read().has(first)).isFalse();
    assertThat(read().has(second)).isTrue();
    assertThat(read().has(third)).isTrue();
    table.write(List.of(read().end()));
    assertThat(read().has(third)).isFalse();
  }

  @Test
  void aClaim_keepsOthersOut_untilItsTimeIsOver() {
    add("one");

    assertThat(claims("a", NOW)).isTrue();
    assertThat(claims("b", NOW.plus(TIME).minusMillis(1))).isFalse();
    assertThat(claims("b", NOW.plus(TIME))).isTrue();
    assertThat(claims("a", NOW.plus(TIME))).isFalse();
  }

  @Test
  void aClaim_mayBeMadeAgain_andGivenUp() {
    add("one");
    claims("a", NOW);

    assertThat(claims("a", NOW.plusMillis(1))).isTrue();
    assertThat(table.update(ValidTokens.release(KEY, "b"))).isEmpty();
    assertThat(table.update(ValidTokens.release(KEY, "a"))).isPresent();
    assertThat(claims("b", NOW.plusMillis(1))).isTrue();
    assertThat(table.tryWrite(List.of(read().end("a")))).isFalse();
    assertThat(table.tryWrite(List.<Write>of(read().end("b")))).isTrue();
  }

  @Test
  void theItems_areKeptForADayAfterTheEndOfTheNewestToken() {
    Token token = add("one");
    long end = token.expiresAt().plus(Duration.ofDays(1)).getEpochSecond();

    assertThat(token.toItem().fields().number(Item.EXPIRES_AT_EPOCH)).isEqualTo(end);
    assertThat(table.require(KEY).fields().number(Item.EXPIRES_AT_EPOCH)).isEqualTo(end);
  }
}
