package clientportal.uploads;

import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Creates one object from the parts that have arrived; the bucket then sends its event as for any
 * object. It may be repeated at any time.
 */
public record Completion(MultipartUploads multipartUploads, StoredFiles files) {
  /** The maximum number of missing parts that an answer lists. */
  private static final int NAMED = 10;

  /**
   * Completes an upload in parts. A single PUT, or an upload completed before, needs nothing more.
   *
   * @throws ProblemException {@code not-available} if bytes are missing
   */
  public void complete(ObjectKey key, Optional<Parts> parts) {
    boolean completed = parts.filter(all -> complete(key, all)).isPresent();
    if (!completed && files.stored(key).isEmpty()) {
      throw notAvailable("The bytes have not arrived.");
    }
  }

  private boolean complete(ObjectKey key, Parts parts) {
    Optional<Map<Integer, String>> arrived = multipartUploads.arrived(key, parts.uploadId());
    if (arrived.isEmpty()) {
      return false;
    }
    List<Integer> missing =
        IntStream.rangeClosed(1, parts.sha256s().size())
            .filter(number -> !arrived.get().containsKey(number))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      throw notAvailable(
          "%d of %d parts are missing: %s%s."
              .formatted(
                  missing.size(),
                  parts.sha256s().size(),
                  missing.stream()
                      .limit(NAMED)
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")),
                  missing.size() > NAMED ? " and others" : ""));
    }
    return multipartUploads.complete(key, parts, arrived.get());
  }

  private static ProblemException notAvailable(String detail) {
    return new ProblemException(ProblemType.NOT_AVAILABLE, detail);
  }
}
