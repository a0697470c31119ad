package clientportal.access.decision;

import clientportal.access.ids.DocumentTypeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The grants of an item, at most one for each recipient.
 *
 * @param keptClosed whether the firm's policy keeps the item closed to readers, whatever is granted
 */
public record Grants(List<Grant> all, boolean keptClosed) {
  public static final Grants NONE = new Grants(List.of());

  public Grants {
    all = List.copyOf(all);
  }

  public Grants(List<Grant> all) {
    this(all, false);
  }

  /** Returns the grants of a document or note of this type, or without one, under a policy. */
  public Grants under(SharePolicy policy, Optional<DocumentTypeId> type) {
    return new Grants(all, policy.closes(type));
  }

  /**
   * Returns the grants that have not expired. They count even if the item is kept closed: whoever
   * may not publish could otherwise open it by giving it another type.
   */
  public List<Grant> inForce(Instant now) {
    return all.stream().filter(grant -> grant.isInForce(now)).toList();
  }

  public Optional<Grant> to(Recipient recipient) {
    return all.stream().filter(grant -> grant.recipient().equals(recipient)).findFirst();
  }

  /** Returns the widest access that these grants give a person now; empty if none do. */
  public Optional<AccessLevel> openTo(Link link, Instant now) {
    if (keptClosed) {
      return Optional.empty();
    }
    List<Capacity> capacities = link.holding(now);
    return inForce(now).stream()
        .filter(grant -> capacities.stream().anyMatch(is -> is.isReachedBy(grant.recipient())))
        .map(Grant::access)
        .max(Comparator.naturalOrder());
  }

  /** Tells whether one of the grants in force names what a person is now. */
  boolean areTo(Link link, Instant now) {
    List<Recipient.Party> parties = link.holding(now).stream().map(Capacity::party).toList();
    return inForce(now).stream().anyMatch(grant -> parties.contains(grant.recipient()));
  }

  /** Returns the share state by the grants in force: none while the item is kept closed. */
  public ShareState state(Instant now) {
    List<Grant> inForce = inForce(now);
    if (keptClosed || inForce.isEmpty()) {
      return ShareState.NONE;
    }
    return inForce.stream().anyMatch(grant -> grant.recipient() instanceof Recipient.AllAuthorized)
        ? ShareState.ALL_AUTHORIZED
        : ShareState.SELECTED;
  }

  /** Returns the grants of both; access to a document is the union of its own and its folder's. */
  public Grants and(Grants other) {
    return new Grants(
        Stream.concat(all.stream(), other.all.stream()).toList(), keptClosed || other.keptClosed);
  }
}
