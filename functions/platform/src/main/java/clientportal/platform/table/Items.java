package clientportal.platform.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items that were found at the keys of one read. */
public record Items(Map<Key, Item> byKey) {

  public Items {
    byKey = Map.copyOf(byKey);
  }

  public Optional<Item> at(Key key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * Returns an item that moves between keys. If it was read at several of them, the highest
   * revision wins, and on a tie the later key.
   *
   * @param keys in the order in which it moves, if it moves one way only
   */
  public Optional<Item> newest(Collection<Key> keys) {
    @Nullable Item newest = null;
    for (Key key : keys) {
      @Nullable Item item = byKey.get(key);
      if (item != null && (newest == null || revision(newest) <= revision(item))) {
        newest = item;
      }
    }
    return Optional.ofNullable(newest);
  }

  private static long revision(Item item) {
    return item.fields().number(Item.REVISION, 0);
  }

  /** Returns these items with what was read later at some of the keys. */
  public Items with(Collection<Key> keys, Items later) {
    Map<Key, Item> all = new HashMap<>(byKey);
    all.keySet().removeAll(keys);
    all.putAll(later.byKey);
    return new Items(all);
  }

  /** Returns an item that must exist. */
  public Item require(Key key) {
    return at(key).orElseThrow(() -> new IllegalStateException("nothing was read at " + key.sk()));
  }
}
