package clientportal.sites;

import clientportal.access.records.LogoFault;
import clientportal.access.records.LogoUpload;
import clientportal.platform.Hashes;
import java.util.Optional;

/**
 * What a logo must be. Browsers and mail programs decode it, so a small file may not make a huge
 * picture of itself; the portal decodes nothing.
 */
final class LogoCheck {
  /** In bytes: 800 KB. */
  static final int LARGEST = 819_200;

  /** In pixels. */
  private static final int WIDEST = 1_000;

  private static final int HIGHEST = 4_000;

  private LogoCheck() {}

  /**
   * Checks the bytes that were stored.
   *
   * @param bytes all of them, or one more than were declared
   */
  static Optional<LogoFault> of(LogoUpload declared, byte[] bytes) {
    if (bytes.length != declared.logo().size() || !Hashes.sha256(bytes).equals(declared.sha256())) {
      return Optional.of(LogoFault.CONTENT_MISMATCH);
    }
    Optional<Picture> picture =
        Picture.read(bytes).filter(found -> found.type() == declared.logo().type());
    return picture.isPresent()
        ? picture.flatMap(LogoCheck::of)
        : Optional.of(LogoFault.CONTENT_TYPE_MISMATCH);
  }

  private static Optional<LogoFault> of(Picture picture) {
    if (picture.moves()) {
      return Optional.of(LogoFault.ANIMATED);
    }
    if (picture.width() > WIDEST) {
      return Optional.of(LogoFault.TOO_WIDE);
    }
    return picture.height() > HIGHEST ? Optional.of(LogoFault.TOO_HIGH) : Optional.empty();
  }
}
