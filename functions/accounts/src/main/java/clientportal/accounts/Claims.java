package clientportal.accounts;

import clientportal.access.records.SignInChange;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Work at the user pool, which takes part in no transaction, under a claim: of several concurrent
 * requests only one does it. If the function dies, the claim ends after a while by itself.
 */
final class Claims {
  /** Longer than a function can run. */
  static final Duration TIME = Duration.ofSeconds(15);

  private Claims() {}

  /**
   * Runs a use case that claims something, and gives the claim up if it fails, so that the person
   * can try again immediately.
   *
   * @param release gives up only the claim of this use case
   */
  static <T> T run(Table table, Write.Update release, Supplier<T> useCase) {
    try {
      return Attempts.run(useCase);
    } catch (RuntimeException failure) {
      throw released(table, release, failure);
    }
  }

  /**
   * Changes a sign-in, and gives the claim up if that fails. Each step is repeated by itself after
   * a conflict.
   *
   * @param begin writes {@link SignInChange#begin}
   * @param atPool changes the user pool
   * @param end writes {@link SignInChange#end}
   */
  static void change(
      Table table, SignInChange change, Runnable begin, Runnable atPool, Runnable end) {
    try {
      for (Runnable step : List.of(begin, atPool, end)) {
        Attempts.run(step);
      }
    } catch (RuntimeException failure) {
      throw released(table, change.release(), failure);
    }
  }

  /** Gives a claim up, and returns the failure because of which that is done. */
  private static RuntimeException released(
      Table table, Write.Update release, RuntimeException failure) {
    try {
      table.update(release);
    } catch (RuntimeException notReleased) {
      failure.addSuppressed(notReleased);
    }
    return failure;
  }
}
