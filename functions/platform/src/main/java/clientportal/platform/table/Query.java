package clientportal.platform.table;

import java.util.Comparator;
import java.util.Optional;

/**
 * The items of one partition, of the table or of an index, in the order of their sort keys. {@link
 * #limit} makes a page of it; {@link Table#all} reads them all.
 *
 * @param from the first sort key of the range, inclusive
 * @param to the last sort key of the range, inclusive
 */
public record Query(
    Index index,
    String partition,
    Optional<String> from,
    Optional<String> to,
    boolean newestFirst,
    boolean consistent) {

  /** The last character there is, U+10FFFF: no key of ours contains it. */
  private static final String LAST = "\uDBFF\uDFFF";

  /** What may be queried; the indexes follow the table within moments. */
  public enum Index {
    TABLE("PK", "SK"),
    NAMES("namesPartition", "namesSort"),
    ACTIVITY("activityPartition", "activitySort"),
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
  public static Query of(Index index, String partition) {
    return new Query(index, partition, Optional.empty(), Optional.empty(), false, false);
  }

  /** Keeps to sort keys with this prefix. */
  public Query prefix(String prefix) {
    return between(prefix, prefix + LAST);
  }

  /** Keeps to sort keys of a range, both ends inclusive. */
  public Query between(String first, String last) {
    return new Query(
        index, partition, Optional.of(first), Optional.of(last), newestFirst, consistent);
  }

  public Query backwards() {
    return new Query(index, partition, from, to, true, consistent);
  }

  public Query consistently() {
    return new Query(index, partition, from, to, newestFirst, true);
  }

  /** Returns the first page, with at most this number of items. */
  public PageQuery limit(int items) {
    return new PageQuery(this, items, Optional.empty());
  }

  /** Returns the position of an item in this query. */
  public Position positionOf(Item item) {
    return new Position(item.key(), sort(item));
  }

  private String sort(Item item) {
    return index == Index.TABLE ? item.key().sk() : item.fields().text(index.sort());
  }

  /**
   * Tells whether the query could continue after a position: it lies in the partition, which only
   * positions in the table tell, and its sort key is in the range.
   */
  public boolean isInRange(Position position) {
    boolean inPartition =
        index != Index.TABLE || position.key().equals(new Key(partition, position.sort()));
    return inPartition
        && Utf8.compare(position.sort(), LAST) < 0
        && from.stream().allMatch(first -> Utf8.compare(first, position.sort()) <= 0)
        && to.stream().allMatch(last -> Utf8.compare(position.sort(), last) <= 0);
  }

  /** Returns the partition in which the query's index has an item, if it has the item at all. */
  Optional<String> partitionOf(Item item) {
    return index == Index.TABLE
        ? Optional.of(item.key().pk())
        : item.fields().optionalText(index.partition());
  }

  /** Tells whether the query finds an item. */
  boolean finds(Item item) {
    return partitionOf(item).equals(Optional.of(partition))
        && (index == Index.TABLE || item.fields().has(index.sort()))
        && from.stream().allMatch(first -> Utf8.compare(first, sort(item)) <= 0)
        && to.stream().allMatch(last -> Utf8.compare(sort(item), last) <= 0);
  }

  /** Returns the order in which the query finds items. */
  Comparator<Item> order() {
    Comparator<Item> order = Comparator.comparing(this::positionOf, Query::compare);
    return newestFirst ? order.reversed() : order;
  }

  /** Tells whether the query finds an item only after a position. */
  boolean isAfter(Item item, Position position) {
    int order = compare(positionOf(item), position);
    return newestFirst ? order < 0 : order > 0;
  }

  /** In an index, several items can have one sort key. */
  private static int compare(Position one, Position other) {
    return Comparator.comparing(Position::sort, Utf8::compare)
        .thenComparing(position -> position.key().sk(), Utf8::compare)
        .thenComparing(position -> position.key().pk(), Utf8::compare)
        .compare(one, other);
  }
}
