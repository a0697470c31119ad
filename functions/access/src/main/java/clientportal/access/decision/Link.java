package clientportal.access.decision;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A person's link to a client: every capacity that the person has or had, as a member too. */
public record Link(List<Capacity> capacities) {

  public Link {
    capacities = List.copyOf(capacities);
  }

  /** Returns the link with one more capacity. */
  public Link and(Capacity capacity) {
    return new Link(Stream.concat(capacities.stream(), Stream.of(capacity)).toList());
  }

  /** Returns the capacities in force now: the client's own first, a member's last. */
  public List<Capacity> holding(Instant now) {
    return capacities.stream()
        .filter(capacity -> capacity.holds(now))
        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
        .toList();
  }

  private static int rank(Capacity capacity) {
    return switch (capacity.party()) {
      case Recipient.Client _ -> 0;
      case Recipient.Contact _ -> 1;
      case Recipient.Member _ -> 2;
    };
  }
}
