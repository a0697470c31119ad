package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.functions.AwsCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an action cost: calls to AWS, and capacity units of the table. */
record Cost(Map<String, Integer> calls, double readUnits, double writeUnits) {
  /** One read of the table. */
  static final Map<String, Integer> READ = Map.of("BatchGetItem", 1);

  /** One read, and a page of a list. */
  static final Map<String, Integer> PAGE = Map.of("BatchGetItem", 1, "Query", 1);

  /** One read and one transaction. */
  static final Map<String, Integer> READ_AND_WRITE =
      Map.of("BatchGetItem", 1, "TransactWriteItems", 1);

  /** Returns what one function cost while something ran. */
  static Cost of(String function, Runnable action) {
    return of(Portal.calls(function, action));
  }

  static Cost of(List<AwsCall> made) {
    Map<String, Integer> calls = new HashMap<>();
    made.forEach(call -> calls.merge(call.operation(), 1, Integer::sum));
    return new Cost(
        Map.copyOf(calls),
        made.stream().mapToDouble(Units::read).sum(),
        made.stream().mapToDouble(Units::written).sum());
  }

  /** Requires these calls, and at most so many units. */
  Cost is(Map<String, Integer> expected, double mostReadUnits, double mostWriteUnits) {
    assertThat(calls).isEqualTo(expected);
    assertThat(readUnits).isLessThanOrEqualTo(mostReadUnits);
    assertThat(writeUnits).isLessThanOrEqualTo(mostWriteUnits);
    return this;
  }
}
