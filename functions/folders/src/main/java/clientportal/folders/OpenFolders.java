package clientportal.folders;

import clientportal.access.Reach;
import clientportal.access.decision.AccessLevel;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.platform.table.Item;
import clientportal.platform.table.Page;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders that are open to one reader, by name, from the feeds that are the reader's. A folder
 * has the same place in each of them, so rows of the same place are one folder, with the widest of
 * their accesses.
 */
final class OpenFolders {
  /**
   * How often the feeds are read on for one page, because the rows read so far have expired, and
   * how many rows of each at a time. What is left is for the next page.
   */
  private static final int MOST_ROUNDS = 20;

  private static final int ROWS_OF_A_ROUND = 100;

  /** No place of a folder has another one's as its beginning, so nothing stands before these. */
  private static final String NEXT = "\u0001";

  private static final String LAST = "\uDBFF\uDFFF";

  private static final Comparator<String> AS_THE_TABLE =
      Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final Table table;
  private final ClientPath client;
  private final List<FeedName> feeds;
  private final Instant now;
  private final boolean archived;

  OpenFolders(Table table, ClientPath client, Reach reach, boolean archived) {
    this.archived = archived;
    this.table = table;
    this.client = client;
    this.now = reach.now();
    this.feeds = FeedName.of(reach.link().map(link -> link.holding(now)).orElse(List.of()));
  }

  /** A folder at its place. */
  private record Open(FeedRow row, AccessLevel access, Position position) {
    /** The feeds are read one after another, and a folder is renamed in all of them at once. */
    boolean isFormerPlaceOf(FeedRow later, Position place) {
      return row.path().equals(later.path()) && !position.sort().equals(place.sort());
    }
  }

  FolderPage page(int limit, Optional<Position> after) {
    NavigableMap<String, Open> open = new TreeMap<>(AS_THE_TABLE);
    Optional<Position> from = read(open, after, limit + 1);
    for (int round = 0; round < MOST_ROUNDS && from.isPresent() && open.size() <= limit; round++) {
      from = read(open, from, Math.max(limit + 1, ROWS_OF_A_ROUND));
    }
    List<Open> shown = open.values().stream().limit(limit).toList();
    Optional<Position> next = open.size() > limit ? Optional.of(shown.getLast().position()) : from;
    return new FolderPage(
        shown.stream().map(each -> FolderView.forReader(each.row(), each.access())).toList(),
        new Page(List.of(), next));
  }

  /**
   * Reads every feed on; returns how far all of them are known now, if there is more. The rows of a
   * page can all have expired.
   */
  private Optional<Position> read(
      NavigableMap<String, Open> open, Optional<Position> from, int limit) {
    Optional<Position> known = Optional.empty();
    for (FeedName feed : feeds) {
      Query query = query(feed, from);
      Page page = table.page(query.limit(limit));
      page.items().forEach(item -> add(open, feed, query, item));
      known = earlier(known, page.next());
    }
    known.ifPresent(end -> open.tailMap(end.sort(), false).clear());
    return known;
  }

  private Query query(FeedName feed, Optional<Position> from) {
    Query query = Query.of(Query.Index.NAMES, TableKeys.feedFolders(client, feed, archived));
    return from.map(position -> query.between(position.sort() + NEXT, LAST)).orElse(query);
  }

  private void add(Map<String, Open> open, FeedName feed, Query query, Item item) {
    FeedRow.fromItem(client, feed, item)
        .at(now)
        .ifPresent(row -> {
          Position position = query.positionOf(item);
          open.values().removeIf(other -> other.isFormerPlaceOf(row, position));
          open.merge(
              position.sort(),
              new Open(row, row.access(), position),
              (one, other) -> one.access().compareTo(other.access()) >= 0 ? one : other);
        });
  }

  private static Optional<Position> earlier(Optional<Position> one, Optional<Position> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return AS_THE_TABLE.compare(one.get().sort(), other.get().sort()) <= 0 ? one : other;
  }
}
