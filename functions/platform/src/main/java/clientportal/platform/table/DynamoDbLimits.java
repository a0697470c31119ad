package clientportal.platform.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What DynamoDB refuses whatever the table contains, for tables that are not DynamoDB; {@code
 * TableContract} keeps it like the real one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas</a>
 */
final class DynamoDbLimits {
  private static final int KEYS_AT_ONCE = 100;
  private static final int PARTITION_KEY = 2048;
  private static final int SORT_KEY = 1024;
  private static final int ITEM = 400 * 1024;
  private static final int PAGE = 1024 * 1024;
  private static final int TRANSACTION = 4 * 1024 * 1024;

  private DynamoDbLimits() {}

  /** Requires keys that can be read, each of them once. */
  static void requireKeys(Collection<Key> keys) {
    keys.forEach(key -> {
      requireKey(key.pk(), PARTITION_KEY);
      requireKey(key.sk(), SORT_KEY);
    });
  }

  /** Requires keys that can be read, or written, as they are at one moment. */
  static void requireAtOnce(Collection<Key> keys) {
    refuseIf(keys.isEmpty(), "a transaction of nothing");
    refuseIf(keys.size() > KEYS_AT_ONCE, keys.size() + " items in one transaction");
    requireKeys(keys);
  }

  /** Requires writes that can be one transaction; a single one need not be a transaction. */
  static void requireWrites(List<Write> writes) {
    requireAtOnce(writes.stream().map(Write::key).toList());
    refuseIf(
        writes.stream().map(Write::key).distinct().count() < writes.size(),
        "a transaction writes one item twice");
    refuseIf(writes.size() == 1 && writes.getFirst() instanceof Write.Check, "a check alone");
    long size =
        writes.stream()
            .mapToLong(write -> write instanceof Write.Put put ? bytes(put.item()) : 0)
            .sum();
    refuseIf(size > TRANSACTION, "a transaction of " + size + " bytes");
    for (Write write : writes) {
      if (write instanceof Write.Update update) {
        requireUpdate(update);
      }
    }
  }

  /** Requires an update that changes something, and each attribute once. */
  static void requireUpdate(Write.Update update) {
    requireKeys(List.of(update.key()));
    List<String> changed = new ArrayList<>(update.removals());
    changed.addAll(update.sets().keySet());
    changed.addAll(update.additions().keySet());
    refuseIf(changed.isEmpty(), "an update that changes nothing");
    refuseIf(new HashSet<>(changed).size() < changed.size(), "an update with an attribute twice");
    refuseIf(changed.contains("PK") || changed.contains("SK"), "an update of the key");
  }

  /** Requires an item that can be stored, and be in each index for which it has attributes. */
  static void requireItem(Item item) {
    requireKeys(List.of(item.key()));
    refuseIf(bytes(item) > ITEM, "an item of " + bytes(item) + " bytes");
    for (Query.Index index : Query.Index.values()) {
      requireIndexKey(item, index.partition(), PARTITION_KEY);
      requireIndexKey(item, index.sort(), SORT_KEY);
    }
  }

  private static void requireIndexKey(Item item, String attribute, int most) {
    Optional.ofNullable(item.fields().values().get(attribute))
        .ifPresent(value -> {
          refuseIf(!(value instanceof String), attribute + " is no text");
          requireKey((String) value, most);
        });
  }

  /** Requires a query that DynamoDB understands. */
  static void requireQuery(Query query) {
    refuseIf(
        query.consistent() && query.index() != Query.Index.TABLE, "a consistent read of an index");
    requireKey(query.partition(), PARTITION_KEY);
    Stream.of(query.from(), query.to())
        .flatMap(Optional::stream)
        .forEach(end -> requireKey(end, SORT_KEY));
    if (query.from().isPresent() && query.to().isPresent()) {
      refuseIf(Utf8.compare(query.from().get(), query.to().get()) > 0, "a range from its end");
    }
  }

  /** Returns as many of the items as are in a page: it ends before it is larger than 1 MB. */
  static List<Item> page(List<Item> items) {
    long size = 0;
    int number = 0;
    for (Item item : items) {
      size += bytes(item);
      if (size > PAGE && number > 0) {
        break;
      }
      number++;
    }
    return items.subList(0, number);
  }

  private static void requireKey(String value, int most) {
    refuseIf(value.isEmpty(), "a key that is empty");
    refuseIf(Utf8.length(value) > most, "a key of " + Utf8.length(value) + " bytes");
  }

  private static void refuseIf(boolean wrong, String what) {
    if (wrong) {
      throw new IllegalArgumentException("DynamoDB refuses " + what);
    }
  }

  private static long bytes(Item item) {
    return 4L
        + Utf8.length(item.key().pk())
        + Utf8.length(item.key().sk())
        + members(item.fields().values());
  }

  private static long members(Map<?, ?> values) {
    return values.entrySet().stream()
        .mapToLong(entry -> Utf8.length((String) entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  /**
   * Returns the size of a value.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">item
   *     sizes</a>
   */
  private static long bytes(Object value) {
    return switch (value) {
      case String text -> Utf8.length(text);
      case Long number -> (Long.toString(number).length() + 1) / 2 + 1;
      case Boolean _ -> 1;
      case List<?> list -> 3L + list.stream().mapToLong(each -> 1 + bytes(each)).sum();
      case Map<?, ?> map -> 3L + map.size() + members(map);
      default -> throw new IllegalArgumentException("no attribute type: " + value.getClass());
    };
  }
}
