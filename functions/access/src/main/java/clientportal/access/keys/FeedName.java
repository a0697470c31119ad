package clientportal.access.keys;

import clientportal.access.decision.Capacity;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of one of the feeds of a client. */
public record FeedName(String value) {
  /** What is shared with all authorized. */
  public static final FeedName ALL = new FeedName("all");

  /** What is shared with anybody: the feed of members with full access. */
  public static final FeedName PUBLISHED = new FeedName("published");

  /** Returns the name of the feed of a recipient. */
  public static FeedName of(Recipient recipient) {
    return recipient instanceof Recipient.AllAuthorized ? ALL : new FeedName(recipient.text());
  }

  /** Returns the names of the feeds that have what is open to a person in these capacities. */
  public static List<FeedName> of(List<Capacity> capacities) {
    if (capacities.stream().anyMatch(is -> is.role().equals(Optional.of(PortalRole.FULL_ACCESS)))) {
      return List.of(PUBLISHED);
    }
    return Stream.concat(
            capacities.stream().map(Capacity::party).map(FeedName::of),
            Stream.of(ALL).filter(_ -> capacities.stream().anyMatch(is -> is.role().isEmpty())))
        .toList();
  }
}
