package clientportal.platform.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one table. Reads by key are consistent; writes happen all or not at all. But a read of
 * several keys, or a query, is no snapshot: it can see some of the writes of a transaction and not
 * the others.
 *
 * <p>Contract: {@code TableContract} in the tests, which runs on the adapter and on the table in
 * memory.
 */
public interface Table {

  /**
   * Reads any number of keys, consistently.
   *
   * @throws BusyException when the table leaves keys unread: an item that could not be read never
   *     counts as missing
   */
  Items read(Collection<Key> keys);

  /**
   * Reads up to 100 keys as one consistent snapshot, at twice the price of {@link #read}.
   *
   * @throws BusyException if concurrent writes keep conflicting
   */
  Items readSnapshot(Collection<Key> keys);

  /**
   * Finds an item that concurrent writes may move from one key to another. If the items read have
   * it at none of the keys, the keys are read again as a snapshot; only a snapshot proves that it
   * does not exist.
   *
   * @param read items that were read with the keys
   * @param keys where it can be, at most 100
   * @param find finds it in items
   */
  default <T> Optional<T> findMoving(
      Items read, Collection<Key> keys, Function<Items, Optional<T>> find) {
    return find.apply(read).or(() -> find.apply(read.with(keys, readSnapshot(keys))));
  }

  /** Reads one key. */
  default Optional<Item> find(Key key) {
    return read(List.of(key)).at(key);
  }

  /** Reads one key at which there must be an item. */
  default Item require(Key key) {
    return read(List.of(key)).require(key);
  }

  /**
   * Reads a page as the table gives it: it may be short, or even empty, and have a next position
   * all the same. Readers use {@link #page}, {@link #first}, {@link #pages} or {@link #all}, which
   * read on.
   */
  Page query(PageQuery query);

  /** Reads a page, which is shorter than its limit only at the end of the query. */
  default Page page(PageQuery asked) {
    List<Item> items = new ArrayList<>();
    Optional<Position> next = asked.after();
    do {
      Page read = query(new PageQuery(asked.query(), asked.limit() - items.size(), next));
      items.addAll(read.items());
      next = read.next();
    } while (next.isPresent() && items.size() < asked.limit());
    return new Page(items, next);
  }

  /** Reads the first item of a query. */
  default Optional<Item> first(Query query) {
    return page(query.limit(1)).items().stream().findFirst();
  }

  /** Reads page after page; each that follows the first is read when the stream comes to it. */
  default Stream<Page> pages(PageQuery first) {
    return pages(first, first.limit());
  }

  /**
   * Reads page after page.
   *
   * @param limit of the pages that follow the first
   */
  default Stream<Page> pages(PageQuery first, int limit) {
    PageQuery following = new PageQuery(first.query(), limit, Optional.empty());
    return Stream.iterate(
            Optional.of(query(first)),
            Optional::isPresent,
            page -> page.flatMap(Page::next).map(position -> query(following.after(position))))
        .map(Optional::orElseThrow);
  }

  /** Reads all items of a query. */
  default List<Item> all(Query query) {
    return pages(query.limit(1000)).flatMap(page -> page.items().stream()).toList();
  }

  /**
   * Writes up to 100 items in one transaction, each under its condition.
   *
   * @throws ConflictException when a condition does not hold or others write at the same moment;
   *     then nothing was written
   */
  void write(List<Write> writes);

  /** Writes like {@link #write}; returns false instead of throwing when there is a conflict. */
  default boolean tryWrite(List<Write> writes) {
    try {
      write(writes);
      return true;
    } catch (ConflictException _) {
      return false;
    }
  }

  /**
   * Updates one item and returns the new one; empty if the condition did not hold.
   *
   * @throws ConflictException when a transaction of others changes the item at the same moment
   */
  Optional<Item> update(Write.Update update);
}
