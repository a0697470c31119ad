package clientportal.platform.table;

/**
 * The table or another service is overloaded, does not answer in time, or not about every key: the
 * same call may succeed later.
 */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BusyException(String message) {
    super(message, null, false, false);
  }
}
