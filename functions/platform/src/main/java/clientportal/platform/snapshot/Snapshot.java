package clientportal.platform.snapshot;

import clientportal.platform.Environment;
import java.util.Optional;

/**
 * The snapshot of a function with SnapStart: Lambda takes it when a version is published, and every
 * instance starts from it. In a function without SnapStart nothing here has any effect, and no
 * class that it needs is loaded.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">its
 *     hooks</a>
 */
public final class Snapshot {
  private Snapshot() {}

  /** Tells whether the function whose handler is being constructed has SnapStart. */
  public static boolean isTaken() {
    return Environment.current()
        .optional("AWS_LAMBDA_INITIALIZATION_TYPE")
        .equals(Optional.of("snap-start"));
  }

  /**
   * Runs something once before the snapshot, so that every instance has the classes that it loads;
   * what was added last runs first. It must change nothing.
   */
  public static void prime(Runnable priming) {
    if (isTaken()) {
      Hook.REGISTERED.prime(priming);
    }
  }

  /** Runs something, after all priming, that drops what must not be in the snapshot. */
  public static void discard(Runnable discarding) {
    if (isTaken()) {
      Hook.REGISTERED.discard(discarding);
    }
  }
}
