package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.functions.AwsCall;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an action cost: calls to AWS, and capacity units of the table. */
record Cost(Map<String, Integer> calls, double readUnits, double writeUnits) {

  /** Requires an action to cost what its row of {@code infra/COSTS.md} allows. */
  static Cost within(String row, Runnable action) {
    return within(row, Map.of(), action);
  }

  /** The same, for these counts of what the row counts. */
  static Cost within(String row, Map<String, Integer> counts, Runnable action) {
    String function = row.substring(0, 1).toUpperCase(Locale.ROOT) + row.replaceAll("^.|:.*", "");
    return of(Portal.calls(function, action)).isWithin(row, counts);
  }

  static Cost of(List<AwsCall> made) {
    Map<String, Integer> calls = new HashMap<>();
    made.forEach(call -> calls.merge(call.operation(), 1, Integer::sum));
    return new Cost(
        Map.copyOf(calls),
        made.stream().mapToDouble(Units::read).sum(),
        made.stream().mapToDouble(Units::written).sum());
  }

  /** Requires what a row of {@code infra/COSTS.md} allows for these counts. */
  Cost isWithin(String name, Map<String, Integer> counts) {
    CostTable.Row row = CostTable.PUBLISHED.row(name);
    assertThat(row.counted()).as(name).containsAll(counts.keySet());
    assertThat(calls).as(name).isEqualTo(row.calls(counts));
    row.mostReads(counts)
        .ifPresent(most -> assertThat(readUnits).as(name).isLessThanOrEqualTo(most));
    row.mostWrites(counts)
        .ifPresent(most -> assertThat(writeUnits).as(name).isLessThanOrEqualTo(most));
    return this;
  }
}
