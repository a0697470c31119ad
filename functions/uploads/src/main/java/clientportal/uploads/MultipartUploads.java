package clientportal.uploads;

import java.util.Map;
import java.util.Optional;

/** Multi-part uploads: they become an object when they are completed. */
public interface MultipartUploads {

  /** Begins an upload and returns its id. */
  String begin(ObjectKey key, ContentType contentType);

  /**
   * Returns the ETags of the parts that have arrived; empty if there is no such upload: it was
   * completed or aborted.
   */
  Optional<Map<Integer, String>> arrived(ObjectKey key, String uploadId);

  /**
   * Creates the object from parts that have all arrived.
   *
   * @param tags the ETag of each part
   * @return false if there is no such upload
   */
  boolean complete(ObjectKey key, Parts parts, Map<Integer, String> tags);

  /** Deletes the parts that have arrived; does nothing if there is no such upload. */
  void abort(ObjectKey key, String uploadId);
}
