package clientportal.architecture.planted.platform;

import java.time.Clock;
import java.util.Map;

/** The one place that may read environment and clock. */
record RuntimeContext(Map<String, String> environment, Clock clock) {

  static RuntimeContext current() {
    return new RuntimeContext(System.getenv(), Clock.systemUTC());
  }
}
