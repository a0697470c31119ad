package clientportal.platform.http;

import clientportal.platform.problem.ProblemException;
import java.util.Optional;

/**
 * The body of a request, read only on demand: a use case first decides who may do what, and then
 * looks at the body.
 */
@FunctionalInterface
public interface Body<T> {

  /**
   * Reads the body.
   *
   * @throws ProblemException with every fault at once
   */
  T read();

  /**
   * Reads the body if it has no fault. With it a use case finds the keys that it must read before
   * it decides; only {@link #read}, after the decision, reports the faults.
   */
  default Optional<T> ifValid() {
    try {
      return Optional.of(read());
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }
}
