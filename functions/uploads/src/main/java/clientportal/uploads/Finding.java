package clientportal.uploads;

import clientportal.access.events.RejectionCode;
import java.util.Optional;

/** What the check of stored bytes found. */
public sealed interface Finding {

  /**
   * The bytes are those that were declared.
   *
   * @param detected the type that the first bytes are of, where it is not the declared one
   */
  record Accepted(Optional<ContentType> detected) implements Finding {}

  /** The bytes may not become available. */
  record Rejected(Rejection why) implements Finding {}

  /**
   * Verifies the stored bytes against the declaration; reads the first bytes only if all else
   * agrees.
   *
   * @param checksum that the stored bytes must have
   */
  static Finding of(
      ObjectKey key,
      Declaration declared,
      String checksum,
      StoredFiles.Stored stored,
      StoredFiles files) {
    if (stored.size() != declared.size()) {
      return other("The stored file has another size than declared.");
    }
    if (!stored.sha256().equals(Optional.of(checksum))) {
      return other("The stored file has another SHA-256 than declared.");
    }
    if (!stored.unsigned().isEmpty()) {
      return rejected(
          RejectionCode.UNSIGNED_HEADER,
          "The file was sent with headers that it may not have: %s."
              .formatted(String.join(", ", stored.unsigned())));
    }
    if (!declared.contentType().isSame(stored.contentType())) {
      return rejected(
          RejectionCode.CONTENT_TYPE_MISMATCH,
          "The stored file has another content type than declared.");
    }
    byte[] first =
        declared.size() == 0
            ? new byte[0]
            : files
                .firstBytes(key, Signature.FIRST_BYTES)
                .orElseThrow(() -> new IllegalStateException("deleted while it was looked at"));
    return TypeCheck.of(declared.contentType(), first);
  }

  private static Finding other(String detail) {
    return rejected(RejectionCode.CONTENT_MISMATCH, detail);
  }

  static Finding rejected(RejectionCode code, String detail) {
    return new Rejected(new Rejection(code, detail));
  }
}
