package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * The capacity in which a person acts for a client, and when: as the client, as one contact, or as
 * a member of its portals.
 *
 * @param name the name of the client, contact or member
 * @param webPortal the contact's permission for the portal; always true for others
 * @param until the first instant at which the capacity has ended
 * @param role a member's role, the widest one in portals of the client; empty for others
 */
public record Capacity(
    Recipient.Party party,
    String name,
    boolean webPortal,
    Instant from,
    Optional<Instant> until,
    Optional<PortalRole> role) {

  /** Creates the capacity of the client or of a contact. */
  public Capacity(
      Recipient.OfClient party,
      String name,
      boolean webPortal,
      Instant from,
      Optional<Instant> until) {
    this(party, name, webPortal, from, until, Optional.empty());
  }

  /** Returns the capacity of a member, who has it as long as the client's portals say so. */
  public static Capacity of(PortalMember member, PortalRole role) {
    return new Capacity(
        new Recipient.Member(member.id()),
        member.name(),
        true,
        Instant.EPOCH,
        Optional.empty(),
        Optional.of(role));
  }

  /** Returns the capacity with another name of the party. */
  public Capacity named(String other) {
    return new Capacity(party, other, webPortal, from, until, role);
  }

  /** Returns the capacity with or without the permission; everything else is kept. */
  public Capacity permitted(boolean isPermitted) {
    return new Capacity(party, name, isPermitted, from, until, role);
  }

  /** Tells whether a grant to a recipient reaches somebody in this capacity. */
  public boolean isReachedBy(Recipient recipient) {
    return recipient.equals(party)
        || role.map(is -> is == PortalRole.FULL_ACCESS)
            .orElse(recipient instanceof Recipient.AllAuthorized);
  }

  boolean holds(Instant now) {
    return webPortal && !now.isBefore(from) && until.map(now::isBefore).orElse(true);
  }
}
