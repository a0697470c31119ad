package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.Hashes;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PartsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final String FIRST = Hashes.sha256("first");
  private static final String SECOND = Hashes.sha256("second");
  private static final Parts PARTS = new Parts("upload", 5, List.of(FIRST, SECOND));

  @Test
  void of_divides_andTheLastPartIsWhatIsLeft() {
    assertThat(PARTS.of(8))
        .containsExactly(new Parts.Part(1, 5, FIRST), new Parts.Part(2, 3, SECOND));
    assertThat(PARTS.of(10)).extracting(Parts.Part::size).containsExactly(5L, 5L);
  }

  @Test
  void anItem_isReadAsItWasWritten() {
    assertThat(Parts.fromItem(PARTS.toItem(new Key("p", "s"), NOW))).isEqualTo(PARTS);
    assertThat(Parts.Summary.fromFields(PARTS.summary().toFields())).isEqualTo(PARTS.summary());
  }

  @Test
  void theHashes_areKeptForADayAfterTheLongestWait() {
    assertThat(PARTS.toItem(new Key("p", "s"), NOW).fields().number(Item.EXPIRES_AT_EPOCH))
        .isEqualTo(NOW.plus(Duration.ofDays(8)).getEpochSecond());
  }
}
