package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * That a person is this client, or this contact, from … until ….
 *
 * @param name the client's or the contact's name
 * @param webPortal whether a contact's relationship has the permission; a client always has it
 * @param until the first instant at which it holds no more
 */
public record Capacity(
    Recipient.Party party, String name, boolean webPortal, Instant from, Optional<Instant> until) {

  /** Calls the party by another name. */
  public Capacity named(String other) {
    return new Capacity(party, other, webPortal, from, until);
  }

  /**
   * Gives the relationship the permission, or takes it away; all else stays for when it is back.
   */
  public Capacity permitted(boolean isPermitted) {
    return new Capacity(party, name, isPermitted, from, until);
  }

  boolean holds(Instant now) {
    return webPortal && !now.isBefore(from) && until.map(now::isBefore).orElse(true);
  }
}
