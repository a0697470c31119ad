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
 * Counts what anybody may ask for, for an hour from the first call: 20 calls of an address of the
 * Internet, 200 of a site. Who asks for more gets the same answer, and nothing follows.
 *
 * <p>{@code acceptInvitation} is not counted here: without a live invitation nobody is mailed, and
 * with one the limit of its address holds; a firm's whole staff behind one address must be able to
 * come in. {@code verifyAccount} and {@code resetPassword} are held by the five tries of a token.
 */
record CallLimits(Table table) {
  static final long OF_CALLER = 20;
  static final long OF_SITE = 200;

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int AGAIN = 5;
  private static final String COUNT = "count";
  private static final String ENDS = "windowEnds";

  /** A counter, and how far it may count. */
  record Limit(Key key, long most) {
    static Limit ofCaller(String sourceIp) {
      return new Limit(TableKeys.callerLimit(sourceIp), OF_CALLER);
    }

    static Limit ofSite(String slug) {
      return new Limit(TableKeys.siteLimit(slug), OF_SITE);
    }
  }

  /**
   * Counts a call; one that is refused by a limit does not use up those after it.
   *
   * @param items among which the counters were read
   * @return whether it is within all limits
   */
  boolean admits(List<Limit> limits, Items items, Instant now) {
    return limits.stream().allMatch(limit -> count(limit, items, now) <= limit.most());
  }

  private long count(Limit limit, Items read, Instant now) {
    Items items = read;
    for (int again = 0; again < AGAIN; again++) {
      Optional<Item> counted = table.update(counting(limit.key(), items.at(limit.key()), now));
      if (counted.isPresent()) {
        return counted.get().fields().number(COUNT);
      }
      // Another call began a window at this moment.
      items = table.read(List.of(limit.key()));
    }
    throw new ProblemException(ProblemType.TRY_AGAIN, "The portal is busy. Try again in a moment.");
  }

  private static Write.Update counting(Key key, Optional<Item> before, Instant now) {
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
