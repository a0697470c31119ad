package clientportal.sharing;

import clientportal.access.decision.Recipient;
import clientportal.access.records.FeedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The feeds of a reader as one, newest first. It leaves out rows whose access has expired, and rows
 * for all authorized where the reader has a row of their own.
 */
record SharedWithMe(List<Feed> feeds, List<Recipient.Party> capacities, Instant now) {
  /** Returns this number of rows; fewer only at the end. */
  List<FeedRow> next(int number) {
    List<FeedRow> rows = new ArrayList<>();
    while (rows.size() < number) {
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
