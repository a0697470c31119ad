package clientportal.platform.table;

import java.util.List;
import java.util.Optional;

/** A condition on an item, without which a write does not happen. */
public sealed interface Condition {

  /** Holds always. */
  record Always() implements Condition {}

  /** There is no item. */
  record Absent() implements Condition {}

  /** There is an item. */
  record Present() implements Condition {}

  /**
   * The item has the attribute with this value, a {@code String}, {@code Long} or {@code Boolean}.
   */
  record Equal(String attribute, Object value) implements Condition {}

  /**
   * The item has the attribute, and it sorts before the value, a {@code String} or {@code Long}.
   */
  record Less(String attribute, Object value) implements Condition {}

  /** The attribute does not have this value, a {@code String}, or is not there. */
  record Different(String attribute, String value) implements Condition {}

  /** The item, or the attribute in it, is not there. */
  record Missing(String attribute) implements Condition {}

  /** All of these hold. */
  record AllOf(List<Condition> conditions) implements Condition {}

  /** At least one of these holds. */
  record AnyOf(List<Condition> conditions) implements Condition {}

  static Condition always() {
    return new Always();
  }

  static Condition absent() {
    return new Absent();
  }

  static Condition present() {
    return new Present();
  }

  static Condition equal(String attribute, String value) {
    return new Equal(attribute, value);
  }

  static Condition equal(String attribute, long value) {
    return new Equal(attribute, value);
  }

  static Condition less(String attribute, String value) {
    return new Less(attribute, value);
  }

  static Condition less(String attribute, long value) {
    return new Less(attribute, value);
  }

  static Condition different(String attribute, String value) {
    return new Different(attribute, value);
  }

  static Condition missing(String attribute) {
    return new Missing(attribute);
  }

  static Condition revision(long expected) {
    return new Equal(Item.REVISION, expected);
  }

  /** Tells whether it holds of what is at the key. */
  default boolean holds(Optional<Item> item) {
    return switch (this) {
      case Always() -> true;
      case Absent() -> item.isEmpty();
      case Present() -> item.isPresent();
      case Equal(String attribute, Object value) ->
          value(item, attribute).equals(Optional.of(value));
      case Less(String attribute, Object value) ->
          value(item, attribute).filter(is -> compare(is, value) < 0).isPresent();
      case Different(String attribute, String value) ->
          !value(item, attribute).equals(Optional.of(value));
      case Missing(String attribute) -> value(item, attribute).isEmpty();
      case AllOf(List<Condition> all) -> all.stream().allMatch(each -> each.holds(item));
      case AnyOf(List<Condition> any) -> any.stream().anyMatch(each -> each.holds(item));
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

  default Condition and(Condition other) {
    return new AllOf(List.of(this, other));
  }

  default Condition or(Condition other) {
    return new AnyOf(List.of(this, other));
  }
}
