package clientportal.platform.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table that passes reads on and keeps its writes to itself, so that a use case can run without
 * changing anything. Conditions are evaluated as DynamoDB would, and reads see what was kept.
 */
public final class DryRunTable implements Table {
  private final Table table;

  /** What the writes leave at their keys; empty where they delete. */
  private final Map<Key, Optional<Item>> kept = new LinkedHashMap<>();

  /** Keys at which there was nothing, which a write required. */
  private final Set<Key> created = new HashSet<>();

  public DryRunTable(Table table) {
    this.table = table;
  }

  /** Returns what the writes leave, in their order. */
  public List<Item> kept() {
    return kept.values().stream().flatMap(Optional::stream).toList();
  }

  /** Tells whether the writes create the item at a key. */
  public boolean creates(Key key) {
    return created.contains(key);
  }

  @Override
  public Items read(Collection<Key> keys) {
    return read(keys, table::read);
  }

  @Override
  public Items readSnapshot(Collection<Key> keys) {
    DynamoDbLimits.requireAtOnce(Set.copyOf(keys));
    return read(keys, table::readSnapshot);
  }

  private Items read(Collection<Key> keys, Function<Set<Key>, Items> reader) {
    Set<Key> others = new HashSet<>(keys);
    others.removeAll(kept.keySet());
    Map<Key, Item> found = new LinkedHashMap<>();
    if (!others.isEmpty()) {
      found.putAll(reader.apply(others).byKey());
    }
    for (Key key : keys) {
      kept.getOrDefault(key, Optional.empty()).ifPresent(item -> found.put(key, item));
    }
    return new Items(found);
  }

  @Override
  public Page query(PageQuery asked) {
    Query query = asked.query();
    Page read = table.query(asked);
    List<Item> all =
        Stream.concat(
                read.items().stream().filter(item -> !kept.containsKey(item.key())),
                kept().stream().filter(query::finds).filter(item -> isBetween(item, asked, read)))
            .sorted(query.order())
            .toList();
    List<Item> page = DynamoDbLimits.page(all.subList(0, Math.min(asked.limit(), all.size())));
    return page.size() < all.size()
        ? new Page(page, Optional.of(query.positionOf(page.getLast())))
        : new Page(page, read.next());
  }

  /** Tells whether an item belongs to the part of the query that a page covers. */
  private static boolean isBetween(Item item, PageQuery asked, Page page) {
    Query query = asked.query();
    return asked.after().stream().allMatch(from -> query.isAfter(item, from))
        && page.next().stream().noneMatch(to -> query.isAfter(item, to));
  }

  @Override
  public void write(List<Write> writes) {
    DynamoDbLimits.requireWrites(writes);
    Items before = read(writes.stream().filter(DryRunTable::depends).map(Write::key).toList());
    Map<Key, Optional<Item>> after = new LinkedHashMap<>();
    for (Write write : writes) {
      Optional<Item> item = before.at(write.key());
      if (!write.condition().holds(item)) {
        throw new ConflictException("a condition did not hold at " + write.key().sk());
      }
      if (!(write instanceof Write.Check)) {
        after.put(write.key(), write.after(item));
      }
    }
    after.values().forEach(item -> item.ifPresent(DynamoDbLimits::requireItem));
    kept.putAll(after);
    writes.stream()
        .filter(write -> write.condition().equals(Condition.absent()))
        .map(Write::key)
        .forEach(created::add);
  }

  /** Tells whether it matters to a write what is at its key. */
  private static boolean depends(Write write) {
    return write instanceof Write.Update || !(write.condition() instanceof Condition.Always);
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    DynamoDbLimits.requireUpdate(update);
    Optional<Item> before = find(update.key());
    if (!update.condition().holds(before)) {
      return Optional.empty();
    }
    Item after = update.updated(before);
    DynamoDbLimits.requireItem(after);
    kept.put(update.key(), Optional.of(after));
    return Optional.of(after);
  }
}
