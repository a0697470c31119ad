package clientportal.platform.problem;

import clientportal.platform.log.Counted;
import clientportal.platform.log.Metric;
import java.util.List;
import java.util.Optional;

/** A failure that nobody branches on: it ends the request with a problem. */
public final class ProblemException extends RuntimeException implements Counted {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<Fault> faults;
  private final transient Optional<Metric> counted;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<Fault> faults) {
    this(type, detail, faults, Optional.empty());
  }

  private ProblemException(
      ProblemType type, String detail, List<Fault> faults, Optional<Metric> counted) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.counted = counted;
  }

  /** Says that there is nothing, or nothing that is open to the caller: one answer for both. */
  public static ProblemException notFound() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "It does not exist, or it is not open to you.");
  }

  /** The same, to one who has no place at all in what he asks for: it is counted. */
  public static ProblemException notFoundForStranger() {
    ProblemException same = notFound();
    return new ProblemException(
        same.type, same.detail(), same.faults, Optional.of(Metric.REFUSALS_ACROSS_FIRMS));
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

  @Override
  public Optional<Metric> counted() {
    return counted;
  }
}
