package clientportal.access.decision;

import java.time.Instant;
import java.util.List;

/** A person's link to a client: every capacity that the person has or had. */
public record Link(List<Capacity> capacities) {

  public Link {
    capacities = List.copyOf(capacities);
  }

  /** Returns the capacities in force now, the client's own first. */
  public List<Capacity> holding(Instant now) {
    return capacities.stream()
        .filter(capacity -> capacity.holds(now))
        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
        .toList();
  }

  private static int rank(Capacity capacity) {
    return capacity.party() instanceof Recipient.Client ? 0 : 1;
  }
}
