package clientportal.accounts;

import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
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

/**
 * Counts calls of public operations, for an hour from the first one: at most 20 from an IP address
 * and 200 for a site. A call above a limit has the same answer and no effect.
 *
 * <p>{@code acceptInvitation} is not counted: it sends mail only for a valid invitation, up to the
 * limit of the email address, and all staff of a firm, behind one IP address, must be able to sign
 * in. The five tries of a token limit {@code verifyAccount} and {@code resetPassword}.
 */
record CallLimits(Table table) {
  static final long BY_CALLER = 20;
  static final long FOR_SITE = 200;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int ATTEMPTS = 5;
  private static final String COUNT = "count";
  private static final String ENDS = "windowEnds";

  /** A counter, and the maximum number of calls. */
  record Limit(Key key, long most) {
    static Limit ofCaller(String sourceIp) {
      return new Limit(TableKeys.callerLimit(sourceIp), BY_CALLER);
    }

    static Limit ofSite(String slug) {
      return new Limit(TableKeys.siteLimit(slug), FOR_SITE);
    }
  }

  /**
   * Counts a call against each limit until one is exceeded.
   *
   * @param items read with the keys of the counters
   * @return whether the call is within all limits
   */
  boolean admits(List<Limit> limits, Items items, Instant now) {
    return limits.stream().allMatch(limit -> count(limit, items, now) <= limit.most());
  }

  private long count(Limit limit, Items read, Instant now) {
    Items items = read;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Item> counted = table.update(increment(limit.key(), items.at(limit.key()), now));
      if (counted.isPresent()) {
        return counted.get().fields().number(COUNT);
      }
      // Another call started a window at this moment.
      items = table.read(List.of(limit.key()));
    }
    throw new ProblemException(ProblemType.TRY_AGAIN, "The portal is busy. Try again in a moment.");
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
