package clientportal.uploads;

import java.util.List;
import java.util.Optional;

/** The stored bytes of uploads. */
public interface StoredFiles {

  /**
   * A stored object.
   *
   * @param sha256 in hexadecimal, as S3 computed it for the object; after a multi-part upload the
   *     SHA-256 of the parts' hashes, a hyphen and their number; empty if S3 has none
   * @param eTag changes with the bytes; without quotes
   * @param unsigned the names of headers that came with the bytes, that S3 sends again with each
   *     download, and that no URL was signed for
   */
  record Stored(
      long size, String contentType, Optional<String> sha256, String eTag, List<String> unsigned) {
    public Stored {
      unsigned = List.copyOf(unsigned);
    }
  }

  /** Returns what is stored; empty if there is no object. */
  Optional<Stored> stored(ObjectKey key);

  /** Reads up to this number of first bytes of an object that is not empty; empty without one. */
  Optional<byte[]> firstBytes(ObjectKey key, int most);

  /** Returns the result of the malware scan of an object; empty if there is none, or no object. */
  Optional<Verdict> verdict(ObjectKey key);

  /** Deletes an object; one that is not there is deleted already. */
  void delete(ObjectKey key);
}
