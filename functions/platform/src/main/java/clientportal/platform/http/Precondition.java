package clientportal.platform.http;

import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.Optional;

/** The header {@code If-Match} (RFC 9110, 13.1.1); it is honoured, not required. */
public record Precondition(Optional<String> ifMatch) {

  /**
   * Compares the revision of the item with the one that the caller has seen.
   *
   * @throws ProblemException {@code precondition-failed} if the item has changed since
   */
  public void check(long revision) {
    if (ifMatch.isPresent() && !matches(ifMatch.get(), etag(revision))) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED, "Read the item again and repeat the change on it.");
    }
  }

  private static boolean matches(String header, String etag) {
    return header.strip().equals("*")
        || Arrays.stream(header.split(",", -1)).anyMatch(tag -> tag.strip().equals(etag));
  }

  /** Returns the strong entity tag of a revision. */
  static String etag(long revision) {
    return "\"" + revision + "\"";
  }
}
