package clientportal.architecture.planted.platform;

import java.time.Clock;
import java.util.Map;

/** The one place that may read environment and clock. */
record Surroundings(Map<String, String> environment, Clock clock) {

  static Surroundings current() {
    return new Surroundings(System.getenv(), Clock.systemUTC());
  }
}
