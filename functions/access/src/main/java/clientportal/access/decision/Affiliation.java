package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/** Who a person is here: of the firm's staff, linked to the client, both or neither. */
public record Affiliation(Optional<Membership> membership, Optional<Link> link) {

  /** Returns the place among the staff, if it is enabled. */
  public Optional<Membership> staff() {
    return membership.filter(Membership::enabled);
  }

  /**
   * Tells whether the person has and had no place here: neither among the firm's staff, nor as the
   * client or a contact, be it ended or disabled. A client of the firm is a stranger to another.
   */
  public boolean isStranger() {
    return membership.isEmpty() && link.isEmpty();
  }

  /** Tells whether the person is the client or one of its contacts now. */
  public boolean isLinked(Instant now) {
    return link.stream().anyMatch(is -> !is.holding(now).isEmpty());
  }
}
