package clientportal.accounts;

import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Work at the user pool, which is outside of transactions, under a claim: of several requests at
 * once only one does it. If the function dies, the claim ends after a while by itself.
 */
final class Claims {
  /** Longer than a function can run. */
  static final Duration TIME = Duration.ofSeconds(15);

  private Claims() {}

  /**
   * Runs a use case that claims something, and gives the claim up if it fails, so that the person
   * can try again at once.
   *
   * @param release gives up only the claim of this use case
   */
  static <T> T run(Table table, Write.Update release, Supplier<T> useCase) {
    try {
      return Attempts.run(useCase);
    } catch (RuntimeException failure) {
      try {
        table.update(release);
      } catch (RuntimeException notReleased) {
        failure.addSuppressed(notReleased);
      }
      throw failure;
    }
  }
}
