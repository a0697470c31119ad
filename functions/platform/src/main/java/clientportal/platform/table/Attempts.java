package clientportal.platform.table;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Runs a use case again from its reads when others wrote at the same time, so that it decides on
 * the new state. After three more attempts the conflict is thrown.
 */
public final class Attempts {
  private static final int AGAIN = 3;

  private Attempts() {}

  public static <T> T run(Supplier<T> useCase) {
    for (int again = 0; ; again++) {
      try {
        return useCase.get();
      } catch (ConflictException conflict) {
        if (again == AGAIN) {
          throw conflict;
        }
        pause(again);
      }
    }
  }

  /** Runs a use case that has no result. */
  public static void run(Runnable useCase) {
    run(() -> {
      useCase.run();
      return true;
    });
  }

  /**
   * Reads again what others wrote between two of its reads.
   *
   * @throws BusyException if they keep writing
   */
  public static <T> T read(Supplier<T> reader) {
    try {
      return run(reader);
    } catch (ConflictException conflict) {
      throw new BusyException(String.valueOf(conflict.getMessage()));
    }
  }

  private static void pause(int again) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(10, 40L << again));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", interrupted);
    }
  }
}
