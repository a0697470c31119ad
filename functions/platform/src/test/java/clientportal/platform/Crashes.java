package clientportal.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a function at one point of its work: right before or right after one of its calls to the
 * outside. All calls before that point have had their effect, and no others.
 */
public final class Crashes {
  private int pointsLeft;

  private Crashes(int pointsLeft) {
    this.pointsLeft = pointsLeft;
  }

  /** The end of a function: no failure that it could catch. */
  private static final class CrashError extends Error {
    private static final long serialVersionUID = 1;

    CrashError() {
      super("the function ends here");
    }
  }

  /**
   * Plays a scene once for each point at which the function can end, and once to the end.
   *
   * @return the number of points at which it ended
   */
  public static int everywhere(Consumer<Crashes> scene) {
    int point = 0;
    while (true) {
      Crashes crashes = new Crashes(point);
      scene.accept(crashes);
      if (crashes.pointsLeft >= 0) {
        return point;
      }
      point++;
    }
  }

  /** Runs the function until it ends, one way or the other. */
  public void run(Runnable function) {
    try {
      function.run();
    } catch (CrashError _) {
      // as planned
    }
  }

  /** Returns the outside, with a point before and after each call. */
  public <T> T around(Class<T> port, T outside) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              point();
              method.setAccessible(true);
              @Nullable Object answer;
              try {
                answer = method.invoke(outside, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
              point();
              return answer;
            }));
  }

  private void point() {
    if (pointsLeft-- == 0) {
      throw new CrashError();
    }
  }
}
