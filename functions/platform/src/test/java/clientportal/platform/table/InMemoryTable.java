package clientportal.platform.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            .map(position -> all.stream().filter(item -> isAfter(query, item, position)).toList())
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
    Comparator<Item> order =
        Comparator.<Item, String>comparing(item -> sort(query, item), Utf8::compare)
            .thenComparing(item -> item.key().sk(), Utf8::compare)
            .thenComparing(item -> item.key().pk(), Utf8::compare);
    return items.values().stream()
        .filter(item -> partition(query, item).equals(Optional.of(query.partition())))
        .filter(
            item -> query.index() == Query.Index.TABLE || item.fields().has(query.index().sort()))
        .filter(item ->
            query.from().stream().allMatch(from -> Utf8.compare(from, sort(query, item)) <= 0))
        .filter(
            item -> query.to().stream().allMatch(to -> Utf8.compare(sort(query, item), to) <= 0))
        .sorted(query.newestFirst() ? order.reversed() : order)
        .toList();
  }

  private static Position beforeAll(Query query) {
    String sort = query.newestFirst() ? LAST : "";
    return new Position(new Key(query.partition(), sort), sort);
  }

  private static boolean isAfter(Query query, Item item, Position position) {
    int order = Utf8.compare(sort(query, item), position.sort());
    if (order == 0) {
      order = Utf8.compare(item.key().sk(), position.key().sk());
    }
    if (order == 0) {
      order = Utf8.compare(item.key().pk(), position.key().pk());
    }
    return query.newestFirst() ? order < 0 : order > 0;
  }

  /** Returns the partition in which a query finds an item, if it finds it at all. */
  static Optional<String> partition(Query query, Item item) {
    return query.index() == Query.Index.TABLE
        ? Optional.of(item.key().pk())
        : item.fields().optionalText(query.index().partition());
  }

  private static String sort(Query query, Item item) {
    return query.index() == Query.Index.TABLE
        ? item.key().sk()
        : item.fields().text(query.index().sort());
  }

  @Override
  public synchronized void write(List<Write> writes) {
    DynamoDbLimits.requireWrites(writes);
    for (Write write : writes) {
      if (!holds(write.condition(), Optional.ofNullable(items.get(write.key())))) {
        throw new ConflictException("a condition did not hold at " + write.key());
      }
    }
    List<Item> written = writes.stream().flatMap(write -> written(write).stream()).toList();
    written.forEach(DynamoDbLimits::requireItem);
    found.clear();
    writes.stream()
        .filter(Write.Delete.class::isInstance)
        .forEach(delete -> items.remove(delete.key()));
    written.forEach(item -> items.put(item.key(), item));
  }

  @Override
  public synchronized Optional<Item> update(Write.Update update) {
    DynamoDbLimits.requireUpdate(update);
    if (!holds(update.condition(), Optional.ofNullable(items.get(update.key())))) {
      return Optional.empty();
    }
    Item updated = updated(update);
    DynamoDbLimits.requireItem(updated);
    found.clear();
    items.put(updated.key(), updated);
    return Optional.of(updated);
  }

  /** Returns the item as a write leaves it; empty if it writes none. */
  private Optional<Item> written(Write write) {
    return switch (write) {
      case Write.Put put -> Optional.of(put.item());
      case Write.Update update -> Optional.of(updated(update));
      case Write.Delete _, Write.Check _ -> Optional.empty();
    };
  }

  private Item updated(Write.Update update) {
    Item before = items.getOrDefault(update.key(), new Item(update.key(), Fields.of().build()));
    Map<String, Object> values = new LinkedHashMap<>(before.fields().values());
    values.putAll(update.sets());
    update
        .additions()
        .forEach((name, amount) ->
            values.merge(name, amount, (one, other) -> (Long) one + (Long) other));
    update.removals().forEach(values::remove);
    return new Item(update.key(), new Fields(values));
  }

  private static boolean holds(Condition condition, Optional<Item> item) {
    return switch (condition) {
      case Condition.Always() -> true;
      case Condition.Absent() -> item.isEmpty();
      case Condition.Present() -> item.isPresent();
      case Condition.Equal(String attribute, Object value) ->
          value(item, attribute).equals(Optional.of(value));
      case Condition.Less(String attribute, Object value) ->
          value(item, attribute).filter(is -> compare(is, value) < 0).isPresent();
      case Condition.Different(String attribute, String value) ->
          !value(item, attribute).equals(Optional.of(value));
      case Condition.Missing(String attribute) -> value(item, attribute).isEmpty();
      case Condition.AllOf(List<Condition> all) -> all.stream().allMatch(each -> holds(each, item));
      case Condition.AnyOf(List<Condition> any) -> any.stream().anyMatch(each -> holds(each, item));
    };
  }

  private static Optional<Object> value(Optional<Item> item, String attribute) {
    return item.flatMap(there -> Optional.ofNullable(there.fields().values().get(attribute)));
  }

  private static int compare(Object one, Object other) {
    return one instanceof Long number
        ? number.compareTo((Long) other)
        : Utf8.compare((String) one, (String) other);
  }

  /** Returns the items of a partition, in order of their sort keys. */
  public synchronized List<Item> partition(String pk) {
    List<Item> found = new ArrayList<>(items.values());
    found.removeIf(item -> !item.key().pk().equals(pk));
    found.sort(Comparator.comparing(item -> item.key().sk()));
    return found;
  }
}
