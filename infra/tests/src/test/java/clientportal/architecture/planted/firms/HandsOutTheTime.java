package clientportal.architecture.planted.firms;

import java.time.Instant;
import java.util.function.Supplier;

final class HandsOutTheTime {
  private HandsOutTheTime() {}

  static Supplier<Instant> time() {
    return Instant::now;
  }
}
