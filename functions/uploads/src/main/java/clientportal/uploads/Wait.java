package clientportal.uploads;

import java.time.Duration;
import java.time.Instant;

/**
 * When to look for bytes that have not been confirmed, or for the result of their scan.
 *
 * @param dueAt when to look next
 * @param endsAt when nobody waits any more for the bytes or the result
 */
public record Wait(Instant dueAt, Instant endsAt) {
  /** A little longer than URLs are valid. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(20);

  private static final Duration NEXT_LOOK = Duration.ofHours(1);

  /** How long bytes are awaited after URLs were last handed out. */
  public static final Duration LAST_LOOK = Duration.ofDays(1);

  /** The bucket deletes incomplete parts after this time, even if more arrive meanwhile. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** Longer than the timeout of the function that looks. */
  static final Duration LEASE = Duration.ofMinutes(5);

  /** Starts the wait when URLs are handed out. */
  public static Wait from(Instant declaredAt, Instant now) {
    Instant end = now.plus(LAST_LOOK);
    Instant longest = declaredAt.plus(LONGEST);
    return new Wait(now.plus(FIRST_LOOK), end.isAfter(longest) ? longest : end);
  }

  /** Starts the wait for the result of a scan, which may be long for a large file. */
  public static Wait scan(Instant now) {
    return new Wait(now.plus(FIRST_LOOK), now.plus(LAST_LOOK));
  }

  /** Returns the wait with the next look for the result of a scan. */
  public Wait again(Instant now) {
    Instant next = now.plus(NEXT_LOOK);
    return new Wait(next.isAfter(endsAt) ? endsAt : next, endsAt);
  }

  /** Returns the wait while somebody looks. */
  public Wait leased(Instant now) {
    return new Wait(now.plus(LEASE), endsAt);
  }

  /** Returns the wait with one more look, at its end. */
  public Wait lastLook() {
    return new Wait(endsAt, endsAt);
  }

  /** Tells whether it has ended. */
  public boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }
}
