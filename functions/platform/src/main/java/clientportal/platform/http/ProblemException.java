package clientportal.platform.http;

import java.util.List;

/** A failure that nobody branches on: it ends the request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<Fault> faults;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<Fault> faults) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
  }

  /** Says that there is nothing, or nothing that is open to the caller: one answer for both. */
  public static ProblemException notFound() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "It does not exist, or it is not open to you.");
  }

  /** Says that a request has faults, all of them at once. */
  public static ProblemException invalid(List<Fault> faults) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        faults.size() == 1
            ? "The request has a fault."
            : "The request has " + faults.size() + " faults.",
        faults);
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Fault> faults() {
    return faults;
  }
}
