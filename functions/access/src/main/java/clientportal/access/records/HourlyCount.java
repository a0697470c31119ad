package clientportal.access.records;

import clientportal.platform.table.BusyException;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts events at a key, per hour from the first one. */
public record HourlyCount(Table table) {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int ATTEMPTS = 5;
  private static final String COUNT = "count";
  private static final String ENDS = "windowEnds";

  /**
   * Counts one more.
   *
   * @param read items that were read with the key
   * @return how many there are now in the hour
   */
  public long add(Key key, Items read, Instant now) {
    Items items = read;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Item> counted = table.update(increment(key, items.at(key), now));
      if (counted.isPresent()) {
        return counted.get().fields().number(COUNT);
      }
      // Another call started a window at this moment.
      items = table.read(List.of(key));
    }
    throw new BusyException("the counter keeps being restarted");
  }

  private static Write.Update increment(Key key, Optional<Item> before, Instant now) {
    Optional<Long> ends = before.map(item -> item.fields().number(ENDS));
    Condition asRead =
        ends.map(end -> Condition.equal(ENDS, end)).orElseGet(() -> Condition.missing(ENDS));
    if (ends.isPresent() && now.toEpochMilli() < ends.get()) {
      return Write.update(key).add(COUNT, 1).when(asRead);
    }
    Instant end = now.plus(WINDOW);
    return Write.update(key)
        .set(
            Fields.of()
                .with(COUNT, 1)
                .with(ENDS, end.toEpochMilli())
                .with(Item.EXPIRES_AT_EPOCH, end.plus(WINDOW).getEpochSecond())
                .build())
        .when(asRead);
  }
}
