package clientportal.platform.snapshot;

import clientportal.platform.Environment;
import java.util.Optional;

/**
 * The snapshot that Lambda takes of a function with SnapStart when a version of it is published,
 * and from which every instance starts. Where none is taken, nothing here does anything, and no
 * class of it is loaded.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">its
 *     hooks</a>
 */
public final class Snapshot {
  private Snapshot() {}

  /** Tells whether one is taken of the function whose handler is being constructed. */
  public static boolean isTaken() {
    return Environment.current()
        .optional("AWS_LAMBDA_INITIALIZATION_TYPE")
        .equals(Optional.of("snap-start"));
  }

  /**
   * Has something run once before the snapshot, so that every instance has the classes which it
   * loads: what was asked for last comes first. It must change nothing.
   */
  public static void prime(Runnable priming) {
    if (isTaken()) {
      Hook.REGISTERED.prime(priming);
    }
  }

  /** Has something dropped that must not be in the snapshot, after all priming. */
  public static void forget(Runnable forgetting) {
    if (isTaken()) {
      Hook.REGISTERED.forget(forgetting);
    }
  }
}
