package clientportal.architecture.planted.firms;

import java.security.SecureRandom;
import java.util.function.IntSupplier;

/** Breaks no rule: what its constructor makes draws later, with each request. */
final class DrawsLater {
  private final IntSupplier ids;

  DrawsLater() {
    ids = () -> new SecureRandom().nextInt();
  }

  int next() {
    return ids.getAsInt();
  }
}
