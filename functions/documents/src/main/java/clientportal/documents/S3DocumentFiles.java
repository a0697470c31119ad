package clientportal.documents;

import clientportal.platform.aws.AwsClients;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Stored documents on S3: the only class that calls it. */
final class S3DocumentFiles implements DocumentFiles {
  private static final int NOT_FOUND = 404;
  private static final int SHA256_BASE64_LENGTH = 44;

  private final S3Client s3;
  private final String bucket;

  private S3DocumentFiles(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  static S3DocumentFiles of(AwsClients aws, String bucket) {
    S3Client s3 =
        aws.configure(S3Client.builder(), "S3")
            .forcePathStyle(aws.endpoint("S3").isPresent())
            .build();
    return new S3DocumentFiles(s3, bucket);
  }

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
              sha256(object.checksumSHA256())));
    } catch (S3Exception refused) {
      if (refused.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** The checksum of what came in parts is one of its parts' checksums, and has another form. */
  private static Optional<String> sha256(@Nullable String base64) {
    return Optional.ofNullable(base64)
        .filter(text -> text.length() == SHA256_BASE64_LENGTH)
        .map(text -> HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
  }

  @Override
  public byte[] firstBytes(ObjectKey key, int most) {
    return s3.getObjectAsBytes(
            get -> get.bucket(bucket).key(key.toString()).range("bytes=0-" + (most - 1)))
        .asByteArrayUnsafe();
  }
}
