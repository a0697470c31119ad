package clientportal.notifications;

import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the mail of one event to one addressee has been sent, and the lease under which it is
 * sent: nobody else sends it meanwhile, and somebody else can if the function dies.
 *
 * @param leaseUntil as it was read; the lease can be taken only if it has not changed since
 * @param done whether the mail has been sent
 * @param keptUntil when this can be deleted; empty if it is kept forever
 */
record MailLease(Key key, Optional<String> leaseUntil, boolean done, Optional<Instant> keptUntil) {
  /** The longest time that a function runs, so that one without a lease no longer sends. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final String LEASE_UNTIL = "leaseUntil";

  static MailLease of(Key key, Items items) {
    return of(key, items, Optional.empty());
  }

  static MailLease of(Key key, Items items, Optional<Instant> keptUntil) {
    Optional<Fields> before = items.at(key).map(Item::fields);
    Optional<String> leaseUntil = before.flatMap(fields -> fields.optionalText(LEASE_UNTIL));
    return new MailLease(key, leaseUntil, before.isPresent() && leaseUntil.isEmpty(), keptUntil);
  }

  /**
   * Takes the lease.
   *
   * @throws IllegalStateException while another function has it; the event is then handled again
   */
  Write take(Instant now) {
    if (done || leaseUntil.map(Instant::parse).filter(now::isBefore).isPresent()) {
      throw new IllegalStateException("another is sending it");
    }
    return new Write.Put(
        fields().with(LEASE_UNTIL, now.plus(LEASE)).at(key),
        leaseUntil.map(until -> Condition.equal(LEASE_UNTIL, until)).orElseGet(Condition::absent));
  }

  /** Marks the mail as sent, so that it is not sent again. */
  Write finish() {
    return Write.put(fields().with("told", true).at(key));
  }

  private Fields.Builder fields() {
    return Fields.of().with(Item.EXPIRES_AT_EPOCH, keptUntil.map(Instant::getEpochSecond));
  }

  /** Tells whether nobody has begun to send the mail. */
  boolean isFirst() {
    return leaseUntil.isEmpty() && !done;
  }
}
