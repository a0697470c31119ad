package clientportal.notifications;

import java.util.function.Supplier;

/**
 * The steps that a function takes to the outside, counted together, so that a test can have it die
 * at each: before the step has happened, or after it but before its answer is known.
 */
final class Steps {
  private int taken;
  private int deadly;
  private boolean happens;
  private Runnable meanwhile = () -> {};

  /** A function that died. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Has the step with this number, counted from 1, be the last one. */
  void crashAt(int step, boolean afterItHappened) {
    taken = 0;
    deadly = step;
    happens = afterItHappened;
  }

  /** Runs something once, just before the step with this number. */
  void before(int step, Runnable action) {
    taken = 0;
    deadly = 0;
    meanwhile =
        () -> {
          if (taken == step) {
            meanwhile = () -> {};
            action.run();
          }
        };
  }

  <T> T take(Supplier<T> step) {
    taken++;
    meanwhile.run();
    boolean dies = taken == deadly;
    if (dies && !happens) {
      throw new Crash();
    }
    T result = step.get();
    if (dies) {
      throw new Crash();
    }
    return result;
  }

  int taken() {
    return taken;
  }
}
