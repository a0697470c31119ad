package clientportal.platform.table;

import java.util.List;

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

  default Condition and(Condition other) {
    return new AllOf(List.of(this, other));
  }

  default Condition or(Condition other) {
    return new AnyOf(List.of(this, other));
  }
}
