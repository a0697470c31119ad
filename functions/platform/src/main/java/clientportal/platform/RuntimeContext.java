package clientportal.platform;

import java.time.Clock;
import java.util.Map;

/**
 * What a function finds around it: its environment variables and the clock. On Lambda those of the
 * process; a stack that runs many functions in one JVM binds {@link #CURRENT} while it constructs a
 * handler.
 */
public record RuntimeContext(Map<String, String> environment, Clock clock) {

  /** Bound by who constructs a handler in surroundings other than the process's own. */
  public static final ScopedValue<RuntimeContext> CURRENT = ScopedValue.newInstance();

  /** Copies the environment, so that later changes of the map are not seen. */
  public RuntimeContext {
    environment = Map.copyOf(environment);
  }

  /** Returns the surroundings of the handler that is being constructed. */
  public static RuntimeContext current() {
    return CURRENT.isBound()
        ? CURRENT.get()
        : new RuntimeContext(System.getenv(), Clock.systemUTC());
  }
}
