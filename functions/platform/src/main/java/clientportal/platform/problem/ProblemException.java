package clientportal.platform.problem;

import clientportal.platform.log.CountedFailure;
import clientportal.platform.log.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A failure that no caller handles: it ends the request with a problem. */
public final class ProblemException extends RuntimeException implements CountedFailure {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<Fault> faults;
  private final transient Optional<Metric> metric;
  private final transient Optional<Duration> retryAfter;
  private final transient Optional<String> state;
  private final transient List<String> accepts;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private ProblemException(
      ProblemType type,
      String detail,
      List<Fault> faults,
      Optional<Metric> metric,
      Optional<Duration> retryAfter,
      Optional<String> state) {
    this(type, detail, faults, metric, retryAfter, state, List.of());
  }

  private ProblemException(
      ProblemType type,
      String detail,
      List<Fault> faults,
      Optional<Metric> metric,
      Optional<Duration> retryAfter,
      Optional<String> state,
      List<String> accepts) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
    this.metric = metric;
    this.retryAfter = retryAfter;
    this.state = state;
    this.accepts = List.copyOf(accepts);
  }

  /** The caller is above a limit, and may try again after this time; it is counted. */
  public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
    return new ProblemException(
        ProblemType.TOO_MANY_REQUESTS,
        detail,
        List.of(),
        Optional.of(Metric.LIMITS_REFUSED),
        Optional.of(retryAfter),
        Optional.empty());
  }

  /** The portal is busy for a moment. */
  public static ProblemException tryAgain() {
    return new ProblemException(
        ProblemType.TRY_AGAIN,
        "The portal is busy. Try again in a moment.",
        List.of(),
        Optional.empty(),
        Optional.of(Duration.ofSeconds(1)),
        Optional.empty());
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
        Optional.of(Metric.REFUSALS_ACROSS_FIRMS),
        Optional.empty(),
        Optional.empty());
  }

  /** The request has faults: the answer lists all of them. */
  public static ProblemException invalid(List<Fault> faults) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        faults.size() == 1
            ? "The request has a fault."
            : "The request has " + faults.size() + " faults.",
        faults,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * It cannot be done where the item stands.
   *
   * @param state where it stands
   * @param detail what to do instead
   */
  public static ProblemException statusConflict(String state, String detail) {
    return new ProblemException(
        ProblemType.STATUS_CONFLICT,
        detail,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(state));
  }

  /**
   * Files of the declared type are not asked for.
   *
   * @param accepts the media types that are
   */
  public static ProblemException contentTypeNotAccepted(List<String> accepts) {
    return new ProblemException(
        ProblemType.CONTENT_TYPE_NOT_ACCEPTED,
        "A file must be of one of these types: " + String.join(", ", accepts) + ".",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        accepts);
  }

  /**
   * A client is in another portal of the site.
   *
   * @param faults where the body names it
   */
  public static ProblemException clientInPortal(List<Fault> faults) {
    return new ProblemException(
        ProblemType.CLIENT_IN_PORTAL,
        "A client is in one portal of a site. Take it out of the other one first.",
        faults,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The body names what does not exist, or is not the caller's; the answer says where. */
  public static ProblemException unknownReferences(List<Fault> faults) {
    return new ProblemException(
        ProblemType.UNKNOWN_REFERENCE,
        "The body names something that does not exist, or is not open to you.",
        faults,
        Optional.empty(),
        Optional.empty(),
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

  /** Returns where the item stands, if that is the reason. */
  public Optional<String> state() {
    return state;
  }

  /** Returns the media types that files may have, if that is the reason. */
  public List<String> accepts() {
    return accepts;
  }

  /** Returns how long the caller is to wait before the next try. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  @Override
  public Optional<Metric> metric() {
    return metric;
  }
}
