package clientportal.uploads;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Stored files in S3. */
record S3StoredFiles(S3Client s3, String bucket) implements StoredFiles {
  private static final int NOT_FOUND = 404;

  @Override
  public Optional<Stored> stored(ObjectKey key) {
    try {
      HeadObjectResponse object =
          s3.headObject(
              head -> head.bucket(bucket).key(key.toString()).checksumMode(ChecksumMode.ENABLED));
      return Optional.of(
          new Stored(
              object.contentLength(),
              object.contentType() == null ? "" : object.contentType(),
              sha256(object.checksumSHA256()),
              object.eTag().replace("\"", ""),
              unsigned(object)));
    } catch (S3Exception refused) {
      if (refused.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /**
   * A URL is signed for the content type alone of the headers that S3 stores. It refuses others
   * whose names begin with {@code x-amz-} unless they are signed, and stores all others as they
   * come. {@code Cache-Control} is not looked at: browsers add it to every PUT with {@code
   * If-None-Match}, and each download URL is signed for another.
   */
  private static List<String> unsigned(HeadObjectResponse object) {
    Map<String, Boolean> stored = new LinkedHashMap<>();
    stored.put("Content-Encoding", isSet(object.contentEncoding()));
    stored.put("Content-Disposition", isSet(object.contentDisposition()));
    stored.put("Content-Language", isSet(object.contentLanguage()));
    stored.put("Expires", isSet(object.expiresString()));
    stored.put("x-amz-website-redirect-location", isSet(object.websiteRedirectLocation()));
    stored.put("x-amz-meta-", object.hasMetadata() && !object.metadata().isEmpty());
    return stored.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private static boolean isSet(@Nullable String header) {
    return header != null && !header.isEmpty();
  }

  /** After a multi-part upload it ends with a hyphen and the number of parts. */
  private static Optional<String> sha256(@Nullable String base64) {
    if (base64 == null) {
      return Optional.empty();
    }
    String[] parts = base64.split("-", 2);
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(parts[0]));
    return Optional.of(parts.length == 1 ? hex : hex + "-" + parts[1]);
  }

  @Override
  public Optional<byte[]> firstBytes(ObjectKey key, int most) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(
                  get -> get.bucket(bucket).key(key.toString()).range("bytes=0-" + (most - 1)))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  /** GuardDuty tags each object that it has scanned with the result. */
  @Override
  public Optional<Verdict> verdict(ObjectKey key) {
    return stored(key)
        .flatMap(object ->
            s3.getObjectTagging(get -> get.bucket(bucket).key(key.toString())).tagSet().stream()
                .filter(tag -> tag.key().equals("GuardDutyMalwareScanStatus"))
                .findFirst()
                .map(tag -> new Verdict(object.eTag(), ScanResult.of(tag.value()))));
  }

  /** The bucket keeps the former version for a while. */
  @Override
  public void delete(ObjectKey key) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key.toString()));
  }
}
