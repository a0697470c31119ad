package clientportal.documents;

import java.util.Map;
import java.util.Optional;

/** Uploads that come in parts, and are an object once they are complete. */
interface MultipartUploads {

  /** Begins one and returns its id. */
  String begin(ObjectKey key, ContentType contentType);

  /**
   * Tells which parts have arrived, with what the store calls each; empty if there is no such
   * upload: it is complete, or was given up.
   */
  Optional<Map<Integer, String>> arrived(ObjectKey key, String uploadId);

  /**
   * Makes the object of parts that have all arrived.
   *
   * @param tags what the store calls each part
   * @return false if there is no such upload
   */
  boolean complete(ObjectKey key, Parts parts, Map<Integer, String> tags);

  /** Gives up what has arrived; one that is not there is given up already. */
  void abort(ObjectKey key, String uploadId);
}
