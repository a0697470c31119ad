package clientportal.sharing;

import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** A feed, newest first, read as far as needed. */
final class Feed {
  private static final int ROWS_AFTERWARDS = 100;

  private final ClientPath client;
  private final FeedName name;
  private final Deque<Item> read = new ArrayDeque<>();
  private final Iterator<Page> pages;

  /**
   * Starts after a sort key, which has the same meaning in all feeds.
   *
   * @param archived whether it is the feed of archived items
   * @param rows how many rows are read first, of which many can have expired
   */
  Feed(
      Table table,
      ClientPath client,
      FeedName name,
      boolean archived,
      Optional<String> after,
      int rows) {
    this.client = client;
    this.name = name;
    String partition = TableKeys.feed(client, name, archived);
    Query query = Query.of(Query.Index.TABLE, partition).backwards();
    Optional<Position> position = after.map(sort -> new Position(new Key(partition, sort), sort));
    this.pages =
        table
            .pages(new PageQuery(query, rows, position), Math.max(rows, ROWS_AFTERWARDS))
            .iterator();
  }

  /** Returns the sort key of the next row; empty at the end. */
  Optional<String> sort() {
    while (read.isEmpty() && pages.hasNext()) {
      read.addAll(pages.next().items());
    }
    return Optional.ofNullable(read.peek()).map(item -> item.key().sk());
  }

  /** Removes and returns the next row, which {@link #sort} has found. */
  FeedRow take() {
    return FeedRow.fromItem(client, name, read.remove());
  }
}
