package clientportal.platform.table;

/** A write did not happen: a condition did not hold, or others wrote at the same moment. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConflictException(String message) {
    super(message);
  }
}
