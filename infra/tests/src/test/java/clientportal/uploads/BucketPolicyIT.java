package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.driver.Portal;
import clientportal.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the bucket refuses to everybody, even to who may do everything. */
final class BucketPolicyIT {
  private final S3Client s3 = Portal.stack().s3Client();
  private final String bucket = Portal.bucketName();
  private final String key = "firms/policy/" + UUID.randomUUID();

  private static void assertRefused(int status, ThrowingCallable call) {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(status));
  }

  private void put(String at) {
    s3.putObject(put -> put.bucket(bucket).key(at), RequestBody.fromString("something"));
  }

  private void putIfThereIsNone(String at) {
    s3.putObject(
        put -> put.bucket(bucket).key(at).ifNoneMatch("*"), RequestBody.fromString("something"));
  }

  @Test
  void anObject_isWrittenOnce_andOnlyByWhoSaysSo() {
    for (String at : new String[] {key, "sites/policy/" + UUID.randomUUID()}) {
      assertRefused(403, () -> put(at));
      putIfThereIsNone(at);
      assertRefused(412, () -> putIfThereIsNone(at));
      assertRefused(403, () -> put(at));

      assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key(at)).asUtf8String())
          .isEqualTo("something");
    }
  }

  @Test
  void whatIsPutInParts_isCompletedOnlyByWhoSaysSo() {
    String uploadId =
        s3.createMultipartUpload(
                begin -> begin.bucket(bucket).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256))
            .uploadId();
    String sha256 =
        S3MultipartUploads.base64(Hashes.sha256("something".getBytes(StandardCharsets.US_ASCII)));
    CompletedPart part =
        CompletedPart.builder()
            .partNumber(1)
            .eTag(
                s3.uploadPart(
                        put ->
                            put.bucket(bucket)
                                .key(key)
                                .uploadId(uploadId)
                                .partNumber(1)
                                .checksumSHA256(sha256),
                        RequestBody.fromString("something"))
                    .eTag())
            .checksumSHA256(sha256)
            .build();

    assertRefused(
        403,
        () ->
            s3.completeMultipartUpload(complete ->
                complete
                    .bucket(bucket)
                    .key(key)
                    .uploadId(uploadId)
                    .multipartUpload(all -> all.parts(part))));
    s3.completeMultipartUpload(complete ->
        complete
            .bucket(bucket)
            .key(key)
            .uploadId(uploadId)
            .ifNoneMatch("*")
            .multipartUpload(all -> all.parts(part)));

    assertThat(s3.headObject(head -> head.bucket(bucket).key(key)).contentLength()).isEqualTo(9);
  }

  @Test
  void whatIsNeitherDocumentNorLogo_isNeitherPutNorRead() {
    for (String elsewhere : new String[] {"other/" + UUID.randomUUID(), "firmsX", "sitesX", "a"}) {
      assertRefused(403, () -> putIfThereIsNone(elsewhere));
      assertRefused(403, () -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(elsewhere)));
    }
  }
}
