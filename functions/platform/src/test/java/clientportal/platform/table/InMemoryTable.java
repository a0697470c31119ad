package clientportal.platform.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table in memory, for tests without I/O; {@code TableContract} keeps it like the real one. It
 * refuses what the real one does, and cuts pages wherever the real one may: the first page of each
 * query is empty, and those that follow have two items at most.
 */
public final class InMemoryTable implements Table {
  private static final int CUT = 2;

  /** The last character there is. */
  private static final String LAST = "\uDBFF\uDFFF";

  private final Map<Key, Item> items = new HashMap<>();

  /** What queries found since the last write, so that many pages of one are found once. */
  private final Map<Query, List<Item>> found = new HashMap<>();

  private final boolean cutsPages;

  public InMemoryTable() {
    this(true);
  }

  private InMemoryTable(boolean cutsPages) {
    this.cutsPages = cutsPages;
  }

  /** Returns a table that cuts no page, for tests that count calls. */
  public static InMemoryTable withWholePages() {
    return new InMemoryTable(false);
  }

  /** Returns a table with these items, whose pages are whole. */
  static InMemoryTable of(Collection<Item> items) {
    InMemoryTable table = withWholePages();
    items.forEach(item -> table.items.put(item.key(), item));
    return table;
  }

  @Override
  public synchronized Items read(Collection<Key> keys) {
    DynamoDbLimits.requireKeys(keys);
    Map<Key, Item> found = new HashMap<>();
    for (Key key : keys) {
      Optional.ofNullable(items.get(key)).ifPresent(item -> found.put(key, item));
    }
    return new Items(found);
  }

  @Override
  public Items readSnapshot(Collection<Key> keys) {
    DynamoDbLimits.requireAtOnce(Set.copyOf(keys));
    return read(keys);
  }

  /** Returns all items, so that a test can verify that nothing has changed. */
  public synchronized Map<Key, Item> everything() {
    return Map.copyOf(items);
  }

  /** Makes it contain these items alone, as {@link #everything} returned them. */
  public synchronized void restore(Map<Key, Item> everything) {
    items.clear();
    items.putAll(everything);
    found.clear();
  }

  @Override
  public synchronized Page query(PageQuery asked) {
    Query query = asked.query();
    DynamoDbLimits.requireQuery(query);
    List<Item> all = found.computeIfAbsent(query, this::find);
    List<Item> after =
        asked
            .after()
            .map(position -> all.stream().filter(item -> query.isAfter(item, position)).toList())
            .orElse(all);
    if (cutsPages && asked.after().isEmpty() && !after.isEmpty()) {
      return new Page(List.of(), Optional.of(beforeAll(query)));
    }
    int limit = cutsPages ? Math.min(CUT, asked.limit()) : asked.limit();
    List<Item> page = DynamoDbLimits.page(after.subList(0, Math.min(limit, after.size())));
    if (page.size() == after.size()) {
      return new Page(page, Optional.empty());
    }
    return new Page(page, Optional.of(query.positionOf(page.getLast())));
  }

  private List<Item> find(Query query) {
    return items.values().stream().filter(query::finds).sorted(query.order()).toList();
  }

  private static Position beforeAll(Query query) {
    String sort = query.newestFirst() ? LAST : "";
    return new Position(new Key(query.partition(), sort), sort);
  }

  @Override
  public synchronized void write(List<Write> writes) {
    DynamoDbLimits.requireWrites(writes);
    for (Write write : writes) {
      if (!write.condition().holds(at(write.key()))) {
        throw new ConflictException("a condition did not hold at " + write.key());
      }
    }
    Map<Key, Optional<Item>> written = new HashMap<>();
    writes.forEach(write -> written.put(write.key(), write.after(at(write.key()))));
    written.values().forEach(item -> item.ifPresent(DynamoDbLimits::requireItem));
    found.clear();
    written.forEach(
        (key, item) -> item.ifPresentOrElse(is -> items.put(key, is), () -> items.remove(key)));
  }

  @Override
  public synchronized Optional<Item> update(Write.Update update) {
    DynamoDbLimits.requireUpdate(update);
    if (!update.condition().holds(at(update.key()))) {
      return Optional.empty();
    }
    Item updated = update.updated(at(update.key()));
    DynamoDbLimits.requireItem(updated);
    found.clear();
    items.put(updated.key(), updated);
    return Optional.of(updated);
  }

  private Optional<Item> at(Key key) {
    return Optional.ofNullable(items.get(key));
  }

  /** Returns the items of a partition, in order of their sort keys. */
  public synchronized List<Item> partition(String pk) {
    List<Item> found = new ArrayList<>(items.values());
    found.removeIf(item -> !item.key().pk().equals(pk));
    found.sort(Comparator.comparing(item -> item.key().sk()));
    return found;
  }
}
