package clientportal.platform.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A page of one partition, of the table or of an index, in the order of its sort keys.
 *
 * @param from the first sort key of the range, inclusive
 * @param to the last sort key of the range, inclusive
 * @param limit how many items at most
 */
public record Query(
    Index index,
    String partition,
    Optional<String> from,
    Optional<String> to,
    boolean newestFirst,
    boolean consistent,
    int limit,
    Optional<Position> after) {

  /** The last character there is, U+10FFFF: no key of ours holds it. */
  private static final String LAST = "\uDBFF\uDFFF";

  /** What may be queried; the indexes follow the table within moments. */
  public enum Index {
    TABLE("PK", "SK"),
    NAMES("namesPartition", "namesSort"),
    DUE("dueShard", "dueAt");

    private final String partition;
    private final String sort;

    Index(String partition, String sort) {
      this.partition = partition;
      this.sort = sort;
    }

    public String partition() {
      return partition;
    }

    public String sort() {
      return sort;
    }
  }

  /**
   * Starts at the beginning of a partition: everything in it, oldest first, eventually consistent.
   */
  public static Query of(Index index, String partition, int limit) {
    return new Query(
        index,
        partition,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        limit,
        Optional.empty());
  }

  /** Keeps to sort keys that begin so. */
  public Query prefix(String prefix) {
    return between(prefix, prefix + LAST);
  }

  /** Keeps to sort keys of a range, both ends inclusive. */
  public Query between(String first, String last) {
    return new Query(
        index,
        partition,
        Optional.of(first),
        Optional.of(last),
        newestFirst,
        consistent,
        limit,
        after);
  }

  public Query backwards() {
    return new Query(index, partition, from, to, true, consistent, limit, after);
  }

  public Query consistently() {
    return new Query(index, partition, from, to, newestFirst, true, limit, after);
  }

  public Query after(Optional<Position> position) {
    return new Query(index, partition, from, to, newestFirst, consistent, limit, position);
  }

  public Query limit(int items) {
    return new Query(index, partition, from, to, newestFirst, consistent, items, after);
  }

  /** Returns the position of an item in this query. */
  public Position positionOf(Item item) {
    String sort = index == Index.TABLE ? item.key().sk() : item.fields().text(index.sort());
    return new Position(item.key(), sort);
  }

  /** Tells whether the query could continue after a position: its sort key is of the range. */
  public boolean isInRange(Position position) {
    return from.stream().allMatch(first -> compare(first, position.sort()) <= 0)
        && to.stream().allMatch(last -> compare(position.sort(), last) <= 0);
  }

  /** Compares as DynamoDB does, by the bytes of UTF-8. */
  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
