package clientportal.notifications;

import clientportal.access.ids.EventId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
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
 * That an addressee is being told of an event by a mail of its own, or was told. Who sends holds a
 * lease, so that no other sends meanwhile, and another may if the holder dies.
 *
 * @param keptUntil when nobody needs to know any more, if ever
 * @param leaseUntil as it was read: whoever takes the lease expects that nobody did since
 */
record Sending(Key key, Optional<String> leaseUntil, boolean done, Optional<Instant> keptUntil) {
  /** As long as a function may run, so that who has lost the lease sends no more. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final String LEASE_UNTIL = "leaseUntil";

  static Key key(Holder addressee, EventId event) {
    return TableKeys.notified(addressee, event);
  }

  static Sending of(Key key, Items items) {
    return of(key, items, Optional.empty());
  }

  static Sending of(Key key, Items items, Optional<Instant> keptUntil) {
    Optional<Fields> before = items.at(key).map(Item::fields);
    Optional<String> leaseUntil = before.flatMap(fields -> fields.optionalText(LEASE_UNTIL));
    return new Sending(key, leaseUntil, before.isPresent() && leaseUntil.isEmpty(), keptUntil);
  }

  /**
   * Takes the lease.
   *
   * @throws IllegalStateException while another holds it: whether that one succeeds shows later
   */
  Write take(Instant now) {
    if (done || leaseUntil.map(Instant::parse).filter(now::isBefore).isPresent()) {
      throw new IllegalStateException("another is sending it");
    }
    return new Write.Put(
        fields().with(LEASE_UNTIL, now.plus(LEASE)).at(key),
        leaseUntil.map(until -> Condition.equal(LEASE_UNTIL, until)).orElseGet(Condition::absent));
  }

  /** Says that the mail is on its way; nobody sends it again. */
  Write finish() {
    return Write.put(fields().with("told", true).at(key));
  }

  private Fields.Builder fields() {
    return Fields.of().with(Item.EXPIRES_AT_EPOCH, keptUntil.map(Instant::getEpochSecond));
  }

  /** Tells whether this is the first time that the mail is being sent. */
  boolean isFirst() {
    return leaseUntil.isEmpty() && !done;
  }
}
