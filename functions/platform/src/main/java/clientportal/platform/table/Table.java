package clientportal.platform.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The one table. Reads by key are consistent; writes happen all or not at all.
 *
 * <p>Contract: {@code TableContract} in the tests, which runs on the adapter and on the table in
 * memory.
 */
public interface Table {

  /**
   * Reads up to 100 keys, consistently.
   *
   * @throws BusyException when the table leaves keys unread: what could not be read is never "not
   *     there"
   */
  Items read(Collection<Key> keys);

  /** Reads a page; at the end of the range it has no next position. */
  Page query(Query query);

  /**
   * Writes up to 100 items in one transaction, each under its condition.
   *
   * @throws ConflictException when a condition does not hold or others write at the same moment;
   *     then nothing was written
   */
  void write(List<Write> writes);

  /** Updates one item and returns it as it is then; empty if the condition did not hold. */
  Optional<Item> update(Write.Update update);
}
