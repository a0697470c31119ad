package clientportal.platform.table;

import java.util.Map;
import java.util.Optional;

/** What stood at the keys that were read together. */
public record Items(Map<Key, Item> byKey) {

  public Items {
    byKey = Map.copyOf(byKey);
  }

  public Optional<Item> at(Key key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
