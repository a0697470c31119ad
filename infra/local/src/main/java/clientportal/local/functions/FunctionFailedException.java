package clientportal.local.functions;

/** A function threw an exception, timed out or could not be started. */
public final class FunctionFailedException extends Exception {
  private static final long serialVersionUID = 1;

  FunctionFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
