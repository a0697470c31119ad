package clientportal.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void whatConflicts_isTriedFourTimes() {
    assertThat(Attempts.run(conflicting(3))).isEqualTo("done");

    attempts.set(0);
    assertThatThrownBy(() -> Attempts.run(conflicting(4))).isInstanceOf(ConflictException.class);
    assertThat(attempts).hasValue(4);
  }

  @Test
  void besideWorkers_itIsTriedNineTimes() {
    assertThat(Attempts.runBesideWorkers(conflicting(8))).isEqualTo("done");

    attempts.set(0);
    assertThatThrownBy(() -> Attempts.runBesideWorkers(conflicting(9)))
        .isInstanceOf(ConflictException.class);
    assertThat(attempts).hasValue(9);
  }

  /** Returns a use case that conflicts so many times. */
  private Supplier<String> conflicting(int times) {
    return () -> {
      if (attempts.getAndIncrement() < times) {
        throw new ConflictException("written by another");
      }
      return "done";
    };
  }
}
