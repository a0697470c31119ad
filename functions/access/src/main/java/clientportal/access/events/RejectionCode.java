package clientportal.access.events;

import java.util.stream.Stream;

/** Why an upload was rejected, as the API and items name it. */
public enum RejectionCode {
  /** They are not the bytes that were declared. */
  CONTENT_MISMATCH("content-mismatch"),
  /** Their first bytes contradict the declared type. */
  CONTENT_TYPE_MISMATCH("content-type-mismatch"),
  /** They came with headers for which no URL was signed. */
  UNSIGNED_HEADER("unsigned-header"),
  /** Their uploader was no longer allowed to upload there when they arrived. */
  PERMISSION_ENDED("permission-ended"),
  /** They contain malware. */
  THREATS_FOUND("threats-found"),
  /** The malware scanner does not support them: they have a password, or are too large. */
  CANNOT_BE_SCANNED("cannot-be-scanned"),
  /** The malware scanner may not read them. */
  SCAN_DENIED("scan-denied"),
  /** The malware scanner failed, or gave no result in time. */
  SCAN_FAILED("scan-failed");

  private final String text;

  RejectionCode(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public static RejectionCode of(String text) {
    return Stream.of(values())
        .filter(code -> code.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no code of a rejection: " + text));
  }
}
