package clientportal.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread, or another process, brings about. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Looks until it is as expected; returns what was seen last, for the test to judge. */
  public static <T> T see(Supplier<T> look, Predicate<? super T> expected) {
    return see(look, expected, LONGEST);
  }

  static <T> T see(Supplier<T> look, Predicate<? super T> expected, Duration longest) {
    Instant end = Instant.now().plus(longest);
    T seen = look.get();
    while (!expected.test(seen) && Instant.now().isBefore(end)) {
      pause(PAUSE);
      seen = look.get();
    }
    return seen;
  }

  /** Waits as long as events take on LocalStack, to see that an unwanted one does not arrive. */
  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
