package clientportal.platform.http;

import clientportal.platform.problem.ProblemException;

/**
 * The body of a request, read only when it is asked for: a use case decides first who may what, and
 * looks at the body then.
 */
@FunctionalInterface
public interface Body<T> {

  /**
   * Reads the body.
   *
   * @throws ProblemException with every fault at once
   */
  T read();
}
