package clientportal.platform.table;

import java.util.Map;
import java.util.Optional;

/** The items that were found at the keys of one read. */
public record Items(Map<Key, Item> byKey) {

  public Items {
    byKey = Map.copyOf(byKey);
  }

  public Optional<Item> at(Key key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Returns an item that must exist. */
  public Item require(Key key) {
    return at(key).orElseThrow(() -> new IllegalStateException("nothing was read at " + key.sk()));
  }
}
