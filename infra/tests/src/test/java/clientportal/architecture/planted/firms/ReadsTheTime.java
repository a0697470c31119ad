package clientportal.architecture.planted.firms;

import java.time.Instant;

final class ReadsTheTime {
  private ReadsTheTime() {}

  static Instant now() {
    return Instant.now();
  }
}
