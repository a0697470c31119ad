package clientportal.architecture.planted.firms;

import java.util.Map;
import java.util.function.Supplier;

final class HandsOutTheEnvironment {
  private HandsOutTheEnvironment() {}

  static Supplier<Map<String, String>> variables() {
    return System::getenv;
  }
}
