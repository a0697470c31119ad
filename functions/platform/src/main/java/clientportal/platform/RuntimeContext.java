package clientportal.platform;

import java.time.Clock;
import java.util.Map;

/**
 * The environment variables and the clock of a function: those of the process, unless a stack that
 * runs many functions in one JVM binds {@link #CURRENT} while it constructs a handler.
 */
public record RuntimeContext(Map<String, String> environment, Clock clock) {

  /** Bound only while a handler is constructed with another context than that of the process. */
  public static final ScopedValue<RuntimeContext> CURRENT = ScopedValue.newInstance();

  /** Copies the environment, so that later changes of the map have no effect. */
  public RuntimeContext {
    environment = Map.copyOf(environment);
  }

  /** Returns the context of the handler that is being constructed. */
  public static RuntimeContext current() {
    return CURRENT.isBound()
        ? CURRENT.get()
        : new RuntimeContext(System.getenv(), Clock.systemUTC());
  }
}
