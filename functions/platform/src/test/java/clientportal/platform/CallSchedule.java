package clientportal.platform;

import clientportal.platform.table.Table;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of a function to its surroundings, from 1, and plans what happens at one of
 * them: others act, the call fails, or the function ends.
 */
public final class CallSchedule {
  private static final Set<String> WRITES = Set.of("write", "update");

  private final List<String> made = new ArrayList<>();
  private BooleanSupplier now = () -> false;
  private Runnable before = CallSchedule::nothing;
  private Runnable after = CallSchedule::nothing;

  /** The failure of one call, as the AWS SDK would throw it. */
  public static final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallFailure() {
      super("this call fails");
    }
  }

  /** The end of a function, which it cannot catch. */
  private static final class CrashError extends Error {
    private static final long serialVersionUID = 1;

    CrashError() {
      super("the function ends here");
    }
  }

  /** What can happen to a function at one of its calls. */
  private enum Mishap {
    ENDS_BEFORE,
    ENDS_AFTER,
    IS_REFUSED,
    LOSES_THE_ANSWER;

    private CallSchedule at(int call) {
      CallSchedule schedule = new CallSchedule();
      return switch (this) {
        case ENDS_BEFORE -> schedule.before(call, CallSchedule::crash);
        case ENDS_AFTER -> schedule.after(call, CallSchedule::crash);
        case IS_REFUSED -> schedule.failAt(call, false);
        case LOSES_THE_ANSWER -> schedule.failAt(call, true);
      };
    }
  }

  /**
   * Plays a scene once for each mishap at each call: the function ends before or after it, the call
   * is refused, or its answer is lost. The last time, it is played to the end.
   *
   * @return before and after how many calls the function can end, together
   */
  public static int everywhere(Consumer<CallSchedule> scene) {
    for (int call = 1; ; call++) {
      for (Mishap mishap : Mishap.values()) {
        CallSchedule schedule = mishap.at(call);
        try {
          scene.accept(schedule);
        } catch (AssertionError wrong) {
          throw new AssertionError(
              "The function %s at call %d: %s".formatted(mishap, call, wrong.getMessage()), wrong);
        }
        if (schedule.made() < call) {
          return 2 * (call - 1);
        }
      }
    }
  }

  /** Runs the function until it ends; it may pass on that a call was refused. */
  public void run(Runnable function) {
    try {
      function.run();
    } catch (CrashError | CallFailure _) {
      // as planned
    }
  }

  /** Counts from 1 again; nothing happens. */
  public CallSchedule restart() {
    return at(() -> false, CallSchedule::nothing, CallSchedule::nothing);
  }

  /** Counts from 1 again; others act just before the call with this number. */
  public CallSchedule before(int call, Runnable others) {
    return at(() -> made.size() == call, others, CallSchedule::nothing);
  }

  /**
   * Counts from 1 again; others act after the call with this number, before its answer is known.
   */
  private CallSchedule after(int call, Runnable others) {
    return at(() -> made.size() == call, CallSchedule::nothing, others);
  }

  /** Counts from 1 again; others act once, just before the first write. */
  public CallSchedule beforeFirstWrite(Runnable others) {
    return at(
        () -> isWrite(made.getLast()) && made.stream().filter(CallSchedule::isWrite).count() == 1,
        others,
        CallSchedule::nothing);
  }

  /** Counts from 1 again; others act just before each write. */
  public CallSchedule beforeEachWrite(Runnable others) {
    return at(() -> isWrite(made.getLast()), others, CallSchedule::nothing);
  }

  /** Counts from 1 again; the call with this number fails, with its effect or without it. */
  public CallSchedule failAt(int call, boolean afterItsEffect) {
    return afterItsEffect ? after(call, CallSchedule::fail) : before(call, CallSchedule::fail);
  }

  private CallSchedule at(BooleanSupplier now, Runnable before, Runnable after) {
    made.clear();
    this.now = now;
    this.before = before;
    this.after = after;
    return this;
  }

  private static boolean isWrite(String call) {
    return WRITES.contains(call);
  }

  private static void nothing() {}

  private static void crash() {
    throw new CrashError();
  }

  private static void fail() {
    throw new CallFailure();
  }

  /** Returns the number of calls. */
  public int made() {
    return made.size();
  }

  /** Returns the number of calls of a method. */
  public long made(String method) {
    return made.stream().filter(method::equals).count();
  }

  /** Returns the table, with its calls counted. */
  public Table around(Table table) {
    return around(Table.class, table);
  }

  /** Returns the surroundings, with their calls counted. */
  public <T> T around(Class<T> port, T outside) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.isDefault()) {
                // It calls the others, which are counted.
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              made.add(method.getName());
              boolean here = now.getAsBoolean();
              if (here) {
                before.run();
              }
              method.setAccessible(true);
              @Nullable Object answer;
              try {
                answer = method.invoke(outside, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
              if (here) {
                after.run();
              }
              return answer;
            }));
  }
}
