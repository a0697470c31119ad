package clientportal.accounts;

import clientportal.access.keys.TableKeys;
import clientportal.access.records.HourlyCount;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;

/**
 * Counts calls of public operations per network, for an hour from the first one, so that a stranger
 * can use up only the calls of their own network. A call above a limit gets the same answer and has
 * no effect.
 *
 * <p>The five tries of a token limit {@code verifyAccount} and {@code resetPassword}.
 */
record CallLimits(Table table) {
  /** A counter, and the maximum number of calls. */
  record Limit(Key key, long most) {
    /** Registrations and password resets, which send a mail to an address that anybody can type. */
    static Limit ofCaller(Network network) {
      return new Limit(TableKeys.callLimit(network.single()), 20);
    }

    /** Registrations at one site, from all networks that may be one caller's. */
    static Limit ofSite(String slug, Network network) {
      return new Limit(TableKeys.siteLimit(slug, network.block()), 100);
    }

    /** Invitations that are presented: all people of an office may share an address. */
    static Limit ofInvited(Network network) {
      return new Limit(TableKeys.invitationLimit(network.single()), 200);
    }
  }

  /**
   * Counts a call against each limit until one is exceeded.
   *
   * @param items read with the keys of the counters
   * @return whether the call is within all limits
   */
  boolean admits(List<Limit> limits, Items items, Instant now) {
    HourlyCount calls = new HourlyCount(table);
    return limits.stream().allMatch(limit -> calls.add(limit.key(), items, now) <= limit.most());
  }

  /** Reads the counter of a limit and counts a call against it. */
  boolean admits(Limit limit, Instant now) {
    return admits(List.of(limit), table.read(List.of(limit.key())), now);
  }
}
