package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * The capacity in which a person acts for a client, as the client or as one contact, and when.
 *
 * @param name the client's or the contact's name
 * @param webPortal the contact's permission for the portal; always true for the client
 * @param until the first instant at which the capacity has ended
 */
public record Capacity(
    Recipient.Party party, String name, boolean webPortal, Instant from, Optional<Instant> until) {

  /** Returns the capacity with another name of the party. */
  public Capacity named(String other) {
    return new Capacity(party, other, webPortal, from, until);
  }

  /** Returns the capacity with or without the permission; everything else is kept. */
  public Capacity permitted(boolean isPermitted) {
    return new Capacity(party, name, isPermitted, from, until);
  }

  boolean holds(Instant now) {
    return webPortal && !now.isBefore(from) && until.map(now::isBefore).orElse(true);
  }
}
