package clientportal.platform;

import java.util.Map;
import java.util.Optional;

/** The environment variables of a function. */
public record Environment(Map<String, String> values) {

  /** Returns the environment of the handler that is being constructed. */
  public static Environment current() {
    return new Environment(RuntimeContext.current().environment());
  }

  /**
   * Returns a variable that must be set.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  public String require(String name) {
    return optional(name)
        .orElseThrow(
            () -> new IllegalStateException("the environment variable " + name + " is missing"));
  }

  /** Returns a variable; an empty one counts as missing. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }
}
