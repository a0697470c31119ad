package clientportal.documents;

import java.util.Optional;

/** The stored bytes of documents. */
interface DocumentFiles {

  /**
   * What is stored.
   *
   * @param sha256 in hexadecimal, as the store itself computed it of the whole; of what came in
   *     parts that of the parts' hashes, a hyphen and their number; empty if it has none
   */
  record Stored(long size, String contentType, Optional<String> sha256) {}

  /** Tells what is stored; empty if nothing is there. */
  Optional<Stored> stored(ObjectKey key);

  /** Reads the first bytes of what is not empty, so many at most. */
  byte[] firstBytes(ObjectKey key, int most);
}
