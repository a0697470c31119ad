package clientportal.sharing;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.keys.ItemPath;
import clientportal.access.records.FeedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The feeds of a reader as one, newest first. It leaves out rows whose access has expired, rows of
 * items that the firm's share policy keeps closed, rows for all authorized where the reader has a
 * row of their own, and further rows of an item that was shown: the feeds are read one after
 * another, while others may change what they contain.
 */
final class SharedWithMe {
  /** How many rows are read for one page. What is left is for the next page. */
  private static final int MOST_ROWS = 2_000;

  private final List<Feed> feeds;
  private final List<Recipient.Party> capacities;
  private final SharePolicy policy;
  private final Instant now;

  /** The items that were returned. */
  private final Set<ItemPath> shown = new HashSet<>();

  private int read;
  private Optional<FeedRow> last = Optional.empty();

  SharedWithMe(
      List<Feed> feeds, List<Recipient.Party> capacities, SharePolicy policy, Instant now) {
    this.feeds = List.copyOf(feeds);
    this.capacities = List.copyOf(capacities);
    this.policy = policy;
    this.now = now;
  }

  /** Returns this number of rows; fewer only at the end, or if too many rows are left out. */
  List<FeedRow> next(int number) {
    List<FeedRow> rows = new ArrayList<>();
    while (rows.size() < number) {
      Optional<Feed> newest = newest().filter(this::isForThisPage);
      if (newest.isEmpty()) {
        break;
      }
      FeedRow row = newest.get().take();
      read++;
      last = Optional.of(row);
      if (!row.isClosedBy(policy) && !row.isSkippedBy(capacities)) {
        row.at(now).filter(inForce -> shown.add(inForce.path())).ifPresent(rows::add);
      }
    }
    return rows;
  }

  /** Rows of the same place are for the same page, in whichever feeds they are. */
  private boolean isForThisPage(Feed feed) {
    return read < MOST_ROWS || feed.sort().equals(last.map(row -> row.key().sk()));
  }

  /** Returns the last row that was read, shown or not, if there are more rows after it. */
  Optional<FeedRow> last() {
    return newest().isPresent() ? last : Optional.empty();
  }

  private Optional<Feed> newest() {
    return feeds.stream()
        .filter(feed -> feed.sort().isPresent())
        .max(Comparator.comparing(feed -> feed.sort().orElseThrow()));
  }
}
