package clientportal.platform.problem;

import clientportal.platform.log.CountedFailure;
import clientportal.platform.log.Metric;
import java.util.List;
import java.util.Optional;

/** A failure that no caller handles: it ends the request with a problem. */
public final class ProblemException extends RuntimeException implements CountedFailure {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<Fault> faults;
  private final transient Optional<Metric> metric;

  public ProblemException(ProblemType type, String detail) {
    this(
        type,
        detail,
        List.of(),
        type == ProblemType.TOO_MANY_REQUESTS
            ? Optional.of(Metric.LIMITS_REFUSED)
            : Optional.empty());
  }

  private ProblemException(
      ProblemType type, String detail, List<Fault> faults, Optional<Metric> metric) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.metric = metric;
  }

  /** The item does not exist, or it is not open to the caller: one answer for both. */
  public static ProblemException notFound() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "It does not exist, or it is not open to you.");
  }

  /** The same answer for a caller from another firm or client; it is counted. */
  public static ProblemException notFoundForStranger() {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        notFound().detail(),
        List.of(),
        Optional.of(Metric.REFUSALS_ACROSS_FIRMS));
  }

  /** The request has faults: the answer lists all of them. */
  public static ProblemException invalid(List<Fault> faults) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        faults.size() == 1
            ? "The request has a fault."
            : "The request has " + faults.size() + " faults.",
        faults,
        Optional.empty());
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

  @Override
  public Optional<Metric> metric() {
    return metric;
  }
}
