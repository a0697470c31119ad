package clientportal.access.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The grants of an item, at most one for each recipient. */
public record Grants(List<Grant> all) {
  public static final Grants NONE = new Grants(List.of());

  public Grants {
    all = List.copyOf(all);
  }

  public List<Grant> inForce(Instant now) {
    return all.stream().filter(grant -> grant.isInForce(now)).toList();
  }

  public Optional<Grant> to(Recipient recipient) {
    return all.stream().filter(grant -> grant.recipient().equals(recipient)).findFirst();
  }

  /** Returns the widest access that these grants give a person now; empty if none do. */
  public Optional<AccessLevel> openTo(Link link, Instant now) {
    List<Capacity> capacities = link.holding(now);
    return inForce(now).stream()
        .filter(grant -> capacities.stream().anyMatch(grant::reaches))
        .map(Grant::access)
        .max(Comparator.naturalOrder());
  }

  /** Returns the share state by the grants in force. */
  public ShareState state(Instant now) {
    List<Grant> inForce = inForce(now);
    if (inForce.isEmpty()) {
      return ShareState.NONE;
    }
    return inForce.stream().anyMatch(grant -> grant.recipient() instanceof Recipient.AllAuthorized)
        ? ShareState.ALL_AUTHORIZED
        : ShareState.SELECTED;
  }

  /** Returns the grants of both; access to a document is the union of its own and its folder's. */
  public Grants and(Grants other) {
    return new Grants(Stream.concat(all.stream(), other.all.stream()).toList());
  }
}
