package clientportal.sharing;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.records.FeedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The feeds of a reader as one, newest first. It leaves out rows whose access has expired, rows for
 * all authorized where the reader has a row of their own, and further rows of an item that was
 * shown: the feeds are read one after another, while others may change what they contain.
 *
 * @param shown the items that were returned
 */
record SharedWithMe(
    List<Feed> feeds, List<Recipient.Party> capacities, Instant now, Set<Shown> shown) {
  /** A folder, or a document in it. */
  record Shown(FolderId folder, Optional<DocumentId> document) {
    private static Shown of(FeedRow row) {
      return new Shown(row.folder(), row.document());
    }
  }

  SharedWithMe(List<Feed> feeds, List<Recipient.Party> capacities, Instant now) {
    this(feeds, capacities, now, new HashSet<>());
  }

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
        row.at(now).filter(inForce -> shown.add(Shown.of(inForce))).ifPresent(rows::add);
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
