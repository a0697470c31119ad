package clientportal.local.functions;

/** A function threw, ran out of time, or could not be made. */
public final class FunctionFailedException extends Exception {
  private static final long serialVersionUID = 1;

  FunctionFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
