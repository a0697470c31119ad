package clientportal.local;

/** The stack cannot start; the message is written for the person who starts it. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns what to do about a port on which another program listens. */
  public static StartException portIsTaken(int port, Throwable cause) {
    return new StartException(
        "Port %d is taken: stop the program that listens on it, or name another with --port."
            .formatted(port),
        cause);
  }
}
