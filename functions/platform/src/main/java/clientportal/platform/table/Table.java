package clientportal.platform.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one table. Reads by key are consistent; writes happen all or not at all. But a read of
 * several keys, or a query, is not of one moment: it can see some of the writes of a transaction
 * and not the others.
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
   * Reads up to 100 keys as all of them are at one moment, at twice the price of {@link #read}.
   *
   * @throws BusyException when others go on writing the keys
   */
  Items readAtOnce(Collection<Key> keys);

  /**
   * Finds what others may have moved from one key to another while the keys were read. What was
   * read at none of them is looked for once more, by {@link #readAtOnce}: only that can tell that
   * it is missing.
   *
   * @param read items that were read with the keys
   * @param keys where it can be, at most 100
   * @param find finds it in items
   */
  default <T> Optional<T> findMoving(
      Items read, Collection<Key> keys, Function<Items, Optional<T>> find) {
    return find.apply(read).or(() -> find.apply(read.with(keys, readAtOnce(keys))));
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
    return Stream.iterate(
            Optional.of(query(first)),
            Optional::isPresent,
            page -> page.flatMap(Page::next).map(position -> query(first.after(position))))
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
