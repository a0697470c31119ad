package clientportal.platform.table;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Runs a use case again from its reads when others wrote at the same time, so that it decides on
 * the new state. After three more attempts the conflict is thrown.
 */
public final class Attempts {
  private static final int AGAIN = 3;
  private static final int AGAIN_BESIDE_WORKERS = 8;
  private static final long LONGEST_PAUSE_MILLIS = 640;

  private Attempts() {}

  public static <T> T run(Supplier<T> useCase) {
    return run(useCase, AGAIN);
  }

  /**
   * Runs a use case with many items that a worker writes too, one by one for some seconds. It waits
   * for up to 3.2 s in all, a third of the time that a function of the API has.
   */
  public static <T> T runBesideWorkers(Supplier<T> useCase) {
    return run(useCase, AGAIN_BESIDE_WORKERS);
  }

  private static <T> T run(Supplier<T> useCase, int atMost) {
    for (int again = 0; ; again++) {
      try {
        return useCase.get();
      } catch (ConflictException conflict) {
        if (again == atMost) {
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
      long longest = Math.min(40L << again, LONGEST_PAUSE_MILLIS);
      Thread.sleep(ThreadLocalRandom.current().nextLong(10, longest));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", interrupted);
    }
  }
}
