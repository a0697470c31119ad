package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * A share of an item with a recipient.
 *
 * @param expiresAt the first instant at which the grant has expired; empty if it never expires
 */
public record Grant(
    Recipient recipient, AccessLevel access, Instant sharedAt, Optional<Instant> expiresAt) {

  public boolean isInForce(Instant now) {
    return expiresAt.map(now::isBefore).orElse(true);
  }
}
