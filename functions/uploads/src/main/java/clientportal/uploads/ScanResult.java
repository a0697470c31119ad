package clientportal.uploads;

import clientportal.access.events.RejectionCode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What GuardDuty found in an object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/guardduty/latest/ug/monitoring-malware-protection-s3-scans-gdu.html">the
 *     results</a>
 */
public enum ScanResult {
  NO_THREATS_FOUND,
  THREATS_FOUND,
  /** It has a password, or exceeds a quota of the scanner. */
  UNSUPPORTED,
  ACCESS_DENIED,
  FAILED;

  /** Reads a result; one that is not known yet is a failure. */
  static ScanResult of(String text) {
    return Stream.of(values())
        .filter(result -> result.name().equals(text))
        .findFirst()
        .orElse(FAILED);
  }

  /** Returns why the object is rejected; empty if it may be read. */
  public Optional<Rejection> rejection() {
    return switch (this) {
      case NO_THREATS_FOUND -> Optional.empty();
      case THREATS_FOUND -> rejection(RejectionCode.THREATS_FOUND, "The file contains malware.");
      case UNSUPPORTED ->
          rejection(
              RejectionCode.CANNOT_BE_SCANNED,
              "The file cannot be scanned for malware: it has a password or is too large.");
      case ACCESS_DENIED ->
          rejection(
              RejectionCode.SCAN_DENIED, "The scanner for malware is not allowed to read files.");
      case FAILED ->
          rejection(RejectionCode.SCAN_FAILED, "The scan of the file for malware failed.");
    };
  }

  /** Tells whether there is no result, for a reason that is not in the object. */
  public boolean isFailure() {
    return this == ACCESS_DENIED || this == FAILED;
  }

  private static Optional<Rejection> rejection(RejectionCode code, String detail) {
    return Optional.of(new Rejection(code, detail));
  }
}
