package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HourlyCountTest {
  private static final Key KEY = new Key("LIMIT#a", "LIMIT");
  private static final Instant NOON = TestFirm.NOW;
  private static final Instant END = NOON.plus(Duration.ofHours(1));

  private final Table table = new InMemoryTable();
  private final HourlyCount calls = new HourlyCount(table);

  private long add(Instant now) {
    return calls.add(KEY, table.read(List.of(KEY)), now);
  }

  @Test
  void theHour_beginsWithTheFirst_andTheNextWithWhatFollowsItsEnd() {
    assertThat(add(NOON)).isEqualTo(1);
    assertThat(add(END.minusMillis(1))).isEqualTo(2);
    assertThat(add(END)).isEqualTo(1);
    assertThat(add(END.plus(Duration.ofHours(1)).minusMillis(1))).isEqualTo(2);
    assertThat(add(END.plus(Duration.ofHours(1)))).isEqualTo(1);
  }

  @Test
  void theCount_isKeptForAnHourAfterItsEnd() {
    add(NOON);

    assertThat(table.require(KEY).fields().number(Item.EXPIRES_AT_EPOCH))
        .isEqualTo(END.plus(Duration.ofHours(1)).getEpochSecond());
  }

  @Test
  void whatOthersHaveCountedSinceTheRead_isCountedToo() {
    add(NOON);

    assertThat(calls.add(KEY, new Items(Map.of()), NOON)).isEqualTo(2);
  }
}
