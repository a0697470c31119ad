package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * A person's membership in the firm's staff and link to the client: either, both or neither. The
 * link includes what they are as a member of the client's portals.
 */
public record Affiliation(Optional<Membership> membership, Optional<Link> link) {

  /** Returns the membership, if it is enabled. */
  public Optional<Membership> staff() {
    return membership.filter(Membership::enabled);
  }

  /**
   * Tells whether the person has no membership and no link, not even disabled or expired ones. A
   * client of the firm is a stranger to the firm's other clients.
   */
  public boolean isStranger() {
    return membership.isEmpty() && link.isEmpty();
  }

  /** Tells whether the person is the client, one of its contacts or a member of its portals now. */
  public boolean isLinked(Instant now) {
    return link.stream().anyMatch(is -> !is.holding(now).isEmpty());
  }
}
