package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValidTokensTest {
  private static final EmailAddress EMAIL = new EmailAddress("carla@example.test");
  private static final Key KEY = TableKeys.sentToReset(EMAIL);
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
  void theItems_areKeptForADayAfterTheEndOfTheNewestToken() {
    Token token = add("one");
    long end = token.expiresAt().plus(Duration.ofDays(1)).getEpochSecond();

    assertThat(token.toItem().fields().number(Item.EXPIRES_AT_EPOCH)).isEqualTo(end);
    assertThat(table.require(KEY).fields().number(Item.EXPIRES_AT_EPOCH)).isEqualTo(end);
  }
}
