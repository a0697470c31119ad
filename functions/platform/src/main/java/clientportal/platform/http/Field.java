package clientportal.platform.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read from a request, or a fault in its place. The value is used only once the
 * whole request is known to have no fault.
 */
public final class Field<T> {
  private final @Nullable T value;

  private Field(@Nullable T value) {
    this.value = value;
  }

  public static <T> Field<T> of(T value) {
    return new Field<>(value);
  }

  /** Returns what a value becomes; a faulty one stays so. */
  public <R> Field<R> map(Function<T, R> change) {
    return isFaulty() ? faulty() : of(change.apply(get()));
  }

  static <T> Field<T> faulty() {
    return new Field<>(null);
  }

  public T get() {
    if (value == null) {
      throw new IllegalStateException("a faulty field was read");
    }
    return value;
  }

  public boolean isFaulty() {
    return value == null;
  }
}
