package clientportal.sharing;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What is shared with one recipient, newest first, read on as far as it is asked for. */
final class Feed {
  private final Table table;
  private final ClientPath client;
  private final Recipient recipient;
  private final Deque<Item> read = new ArrayDeque<>();
  private Optional<Query> next;

  /**
   * Starts after a sort key; the same in all feeds, whichever of them it was found in.
   *
   * @param archived whether it is the feed of what is archived
   * @param rows how many are read at a time
   */
  Feed(
      Table table,
      ClientPath client,
      Recipient recipient,
      boolean archived,
      Optional<String> after,
      int rows) {
    this.table = table;
    this.client = client;
    this.recipient = recipient;
    String partition = TableKeys.feed(client, recipient, archived);
    this.next =
        Optional.of(
            Query.of(Query.Index.TABLE, partition, rows)
                .backwards()
                .after(after.map(sort -> new Position(new Key(partition, sort), sort))));
  }

  /** Returns the sort key of the next row; empty at the end. */
  Optional<String> sort() {
    while (read.isEmpty() && next.isPresent()) {
      Query query = next.get();
      Page page = table.query(query);
      read.addAll(page.items());
      next = page.next().map(position -> query.after(Optional.of(position)));
    }
    return Optional.ofNullable(read.peek()).map(item -> item.key().sk());
  }

  /** Takes the next row, which {@link #sort} has found. */
  FeedRow take() {
    return FeedRow.fromItem(client, recipient, read.remove());
  }
}
