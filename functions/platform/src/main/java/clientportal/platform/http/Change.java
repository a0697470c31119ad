package clientportal.platform.http;

import java.util.Optional;

/**
 * What a merge patch (RFC 7396) asks of one field: what is absent stays, null removes.
 *
 * @param <T> what the field is read as
 */
public sealed interface Change<T> {

  /** The field is not in the patch. */
  record Kept<T>() implements Change<T> {}

  /** The field is null. */
  record Removed<T>() implements Change<T> {}

  /** The field has a new value. */
  record Replaced<T>(T value) implements Change<T> {}

  /** Returns what stands in the field after the patch. */
  default Optional<T> applyTo(Optional<T> before) {
    return switch (this) {
      case Kept<T> _ -> before;
      case Removed<T> _ -> Optional.empty();
      case Replaced<T>(T value) -> Optional.of(value);
    };
  }

  /** Returns what stands after the patch in a field that has a default when it is removed. */
  default T applyTo(T before, T whenRemoved) {
    return applyTo(Optional.of(before)).orElse(whenRemoved);
  }
}
