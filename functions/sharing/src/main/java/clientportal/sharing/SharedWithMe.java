package clientportal.sharing;

import clientportal.access.decision.Recipient;
import clientportal.access.records.FeedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The feeds of a reader as one, newest first, without what has ended and what a row of the reader's
 * own says better.
 */
final class SharedWithMe {
  private final List<Feed> feeds;
  private final Collection<? extends Recipient> capacities;
  private final Instant now;

  SharedWithMe(List<Feed> feeds, Collection<? extends Recipient> capacities, Instant now) {
    this.feeds = List.copyOf(feeds);
    this.capacities = List.copyOf(capacities);
    this.now = now;
  }

  /** Returns the next so many rows; fewer only at the end. */
  List<FeedRow> next(int many) {
    List<FeedRow> rows = new ArrayList<>();
    while (rows.size() < many) {
      Optional<Feed> newest = newest();
      if (newest.isEmpty()) {
        break;
      }
      FeedRow row = newest.get().take();
      if (!row.isSkippedBy(capacities)) {
        row.at(now).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private Optional<Feed> newest() {
    return feeds.stream()
        .filter(feed -> feed.sort().isPresent())
        .max(Comparator.comparing(feed -> feed.sort().orElseThrow()));
  }
}
