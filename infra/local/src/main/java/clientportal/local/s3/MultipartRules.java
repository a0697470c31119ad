package clientportal.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Refuses multipart calls that S3 refuses and s3proxy accepts: parts of an upload that is unknown,
 * completed or aborted, and parts without the checksum with which the upload was started. One
 * difference remains: s3proxy lists parts without their checksums.
 *
 * <p>S3 ends an upload in one step. s3proxy deletes its parts one by one, so calls that list parts
 * wait until no upload is being ended.
 */
final class MultipartRules {
  private static final String CHECKSUM = "x-amz-checksum-";

  private final BlobStore store;
  private final ReadWriteLock ending = new ReentrantReadWriteLock();

  MultipartRules(BlobStore store) {
    this.store = store;
  }

  /** Returns the lock to hold from the checks of a call until its answer. */
  Lock lock(HttpServletRequest request) {
    if (request.getParameter("uploadId") == null) {
      return new ReentrantLock();
    }
    return switch (request.getMethod()) {
      case "POST", "DELETE" -> ending.writeLock();
      case "GET" -> ending.readLock();
      default -> new ReentrantLock();
    };
  }

  void check(HttpServletRequest request) throws Refusal {
    @Nullable String uploadId = request.getParameter("uploadId");
    String[] path = request.getRequestURI().split("/", 3);
    // A repeated completion finds no upload, and gets the same answer as the first.
    if (uploadId == null || path.length < 3 || request.getMethod().equals("POST")) {
      return;
    }
    String key = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
    Optional<MultipartUpload> upload =
        store.listMultipartUploads(path[1]).stream()
            .filter(each -> each.uploadId().equals(uploadId) && each.key().equals(key))
            .findFirst();
    if (upload.isEmpty()) {
      throw new Refusal(
          404,
          "NoSuchUpload",
          "The specified upload does not exist. The upload ID may be invalid, or the upload may"
              + " have been aborted or completed.");
    }
    boolean withSum =
        Collections.list(request.getHeaderNames()).stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(CHECKSUM));
    if (request.getMethod().equals("PUT") && !withSum) {
      throw new Refusal(
          400,
          "InvalidRequest",
          "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type:"
              + " null");
    }
  }
}
