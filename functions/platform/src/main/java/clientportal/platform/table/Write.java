package clientportal.platform.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One write of a transaction, with the condition under which it happens. */
public sealed interface Write {

  Key key();

  Condition condition();

  /** Returns what the write leaves at its key, if its condition holds. */
  default Optional<Item> after(Optional<Item> before) {
    return switch (this) {
      case Put put -> Optional.of(put.item());
      case Update update -> Optional.of(update.updated(before));
      case Delete _ -> Optional.empty();
      case Check _ -> before;
    };
  }

  /** Replaces the whole item. */
  record Put(Item item, Condition condition) implements Write {
    @Override
    public Key key() {
      return item.key();
    }
  }

  /** Sets, adds to and removes attributes; makes the item where there is none. */
  record Update(
      Key key,
      Map<String, Object> sets,
      Map<String, Long> additions,
      Set<String> removals,
      Condition condition)
      implements Write {

    /** Returns the item as the update leaves it. */
    Item updated(Optional<Item> before) {
      Map<String, Object> values = new LinkedHashMap<>();
      before.ifPresent(item -> values.putAll(item.fields().values()));
      values.putAll(sets);
      additions.forEach(
          (name, amount) -> values.merge(name, amount, (one, other) -> (Long) one + (Long) other));
      removals.forEach(values::remove);
      return new Item(key, new Fields(values));
    }
  }

  /** Deletes the item; one that is not there is deleted already. */
  record Delete(Key key, Condition condition) implements Write {}

  /** Writes nothing; the transaction happens only if the condition holds. */
  record Check(Key key, Condition condition) implements Write {}

  /** Puts an item where there is none. */
  static Write create(Item item) {
    return new Put(item, Condition.absent());
  }

  /** Puts an item, whatever was there before. */
  static Write put(Item item) {
    return new Put(item, Condition.always());
  }

  /** Replaces an item that was read at this revision. */
  static Write replace(Item item, long expectedRevision) {
    return new Put(item, Condition.revision(expectedRevision));
  }

  static Write delete(Key key) {
    return new Delete(key, Condition.always());
  }

  static Write check(Key key, Condition condition) {
    return new Check(key, condition);
  }

  /** Starts an update of the item at this key. */
  static UpdateBuilder update(Key key) {
    return new UpdateBuilder(key);
  }

  /** Collects what an update changes. */
  final class UpdateBuilder {
    private final Key key;
    private final Map<String, Object> sets = new LinkedHashMap<>();
    private final Map<String, Long> additions = new LinkedHashMap<>();
    private final Set<String> removals = new LinkedHashSet<>();

    private UpdateBuilder(Key key) {
      this.key = key;
    }

    /** Sets attributes, and removes each of the optional ones that has no value. */
    public UpdateBuilder set(Fields fields, String... optional) {
      sets.putAll(fields.values());
      Stream.of(optional).filter(name -> !fields.has(name)).forEach(removals::add);
      return this;
    }

    public UpdateBuilder add(String attribute, long amount) {
      additions.put(attribute, amount);
      return this;
    }

    public UpdateBuilder remove(String attribute) {
      removals.add(attribute);
      return this;
    }

    public Update when(Condition condition) {
      return new Update(
          key, Map.copyOf(sets), Map.copyOf(additions), Set.copyOf(removals), condition);
    }
  }
}
