package clientportal.architecture.planted.firms;

import java.time.Clock;

final class MakesAClock {
  private MakesAClock() {}

  static Clock clock() {
    return Clock.systemUTC();
  }
}
