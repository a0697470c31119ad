package clientportal.platform.http;

import java.util.Optional;

/**
 * What a merge patch (RFC 7396) does to one field: a field that is absent stays, null removes it.
 *
 * @param <T> the type that the field is read as
 */
public sealed interface Change<T> {

  /** The field is not in the patch. */
  record Kept<T>() implements Change<T> {}

  /** The field is null. */
  record Removed<T>() implements Change<T> {}

  /** The field has a new value. */
  record Replaced<T>(T value) implements Change<T> {}

  /** Returns the change of a field in an object: an object that is removed takes it along. */
  static <T> Change<T> flat(Change<Change<T>> ofObject) {
    return switch (ofObject) {
      case Kept<Change<T>> _ -> new Kept<>();
      case Removed<Change<T>> _ -> new Removed<>();
      case Replaced<Change<T>>(Change<T> field) -> field;
    };
  }

  /** Returns the field's value after the patch. */
  default Optional<T> applyTo(Optional<T> before) {
    return switch (this) {
      case Kept<T> _ -> before;
      case Removed<T> _ -> Optional.empty();
      case Replaced<T>(T value) -> Optional.of(value);
    };
  }

  /** Returns the value after the patch of a field that has a default when it is removed. */
  default T applyTo(T before, T whenRemoved) {
    return applyTo(Optional.of(before)).orElse(whenRemoved);
  }
}
