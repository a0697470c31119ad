package clientportal.notifications;

import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads of more keys than one call takes. */
final class BatchedReads {
  private static final int MOST = 100;

  private BatchedReads() {}

  static Items read(Table table, Collection<Key> keys) {
    List<Key> distinct = keys.stream().distinct().toList();
    Map<Key, Item> found = new HashMap<>();
    for (int from = 0; from < distinct.size(); from += MOST) {
      List<Key> some = distinct.subList(from, Math.min(from + MOST, distinct.size()));
      found.putAll(table.read(some).byKey());
    }
    return new Items(found);
  }
}
