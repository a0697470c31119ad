package clientportal.uploads;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Multi-part uploads on S3. S3 accepts a part only with the SHA-256 that was signed into its URL,
 * and stores the SHA-256 of the parts' hashes for the object.
 */
record S3MultipartUploads(S3Client s3, String bucket) implements MultipartUploads {
  /** S3 can say so under the status 200, since it answers before it has joined the parts. */
  private static final String PRECONDITION_FAILED = "PreconditionFailed";

  @Override
  public String begin(ObjectKey key, ContentType contentType) {
    return s3.createMultipartUpload(begin ->
            begin
                .bucket(bucket)
                .key(key.toString())
                .contentType(contentType.text())
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .checksumType(ChecksumType.COMPOSITE))
        .uploadId();
  }

  /** One response has up to 1,000 parts, more than any file. */
  @Override
  public Optional<Map<Integer, String>> arrived(ObjectKey key, String uploadId) {
    try {
      Map<Integer, String> tags = new LinkedHashMap<>();
      s3.listParts(list -> list.bucket(bucket).key(key.toString()).uploadId(uploadId))
          .parts()
          .forEach(part -> tags.put(part.partNumber(), part.eTag()));
      return Optional.of(tags);
    } catch (NoSuchUploadException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean complete(ObjectKey key, Parts parts, Map<Integer, String> tags) {
    List<CompletedPart> completed = new ArrayList<>();
    for (int i = 0; i < parts.sha256s().size(); i++) {
      completed.add(
          CompletedPart.builder()
              .partNumber(i + 1)
              .eTag(tags.get(i + 1))
              .checksumSHA256(base64(parts.sha256s().get(i)))
              .build());
    }
    try {
      s3.completeMultipartUpload(complete ->
          complete
              .bucket(bucket)
              .key(key.toString())
              .uploadId(parts.uploadId())
              .ifNoneMatch("*")
              .multipartUpload(all -> all.parts(completed)));
      return true;
    } catch (NoSuchUploadException _) {
      return false;
    } catch (S3Exception refused) {
      if (isPreconditionFailed(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /**
   * An error in a body of status 200 has no other sign than its code, and one without a body no
   * code.
   */
  private static boolean isPreconditionFailed(S3Exception refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .filter(details -> PRECONDITION_FAILED.equals(details.errorCode()))
        .isPresent();
  }

  @Override
  public void abort(ObjectKey key, String uploadId) {
    try {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key.toString()).uploadId(uploadId));
    } catch (NoSuchUploadException _) {
      // completed or aborted before
    }
  }

  static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
