package clientportal.documents;

import clientportal.access.events.RejectionCode;
import java.util.Optional;

/** Verifies the stored bytes of an upload against its declaration. */
final class Findings {
  private Findings() {}

  /** Returns what contradicts the declaration; reads the first bytes only if all else agrees. */
  static Optional<Rejection> against(
      Upload upload, DocumentFiles.Stored stored, DocumentFiles files) {
    Declaration declared = upload.version().declared();
    if (stored.size() != declared.size()) {
      return other("The stored file has another size than declared.");
    }
    if (!stored.sha256().equals(Optional.of(upload.checksum()))) {
      return other("The stored file has another SHA-256 than declared.");
    }
    if (!declared.contentType().isSame(stored.contentType())) {
      return otherType("The stored file has another content type than declared.");
    }
    return declared.size() == 0
        ? Optional.empty()
        : declared
            .contentType()
            .contradictedBy(files.firstBytes(upload.objectKey(), Signature.FIRST_BYTES))
            .flatMap(Findings::otherType);
  }

  private static Optional<Rejection> other(String detail) {
    return Optional.of(new Rejection(RejectionCode.CONTENT_MISMATCH, detail));
  }

  private static Optional<Rejection> otherType(String detail) {
    return Optional.of(new Rejection(RejectionCode.CONTENT_TYPE_MISMATCH, detail));
  }
}
