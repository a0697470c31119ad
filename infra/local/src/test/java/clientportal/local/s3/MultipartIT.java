package clientportal.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.local.LocalStack;
import clientportal.local.fixture.Fixture;
import clientportal.local.fixture.RecordingHandler;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 does with multi-part uploads, as its documentation says. */
final class MultipartIT {
  private static final byte[] FIRST = new byte[5 << 20];
  private static final byte[] LAST = {1, 2, 3};

  private final LocalStack stack = Fixture.stack();
  private final String bucket = stack.application().buckets().getFirst().name();
  private final String key = "uploads/" + UUID.randomUUID();
  private final String uploadId =
      stack
          .s3Client()
          .createMultipartUpload(begin ->
              begin
                  .bucket(bucket)
                  .key(key)
                  .contentType("text/plain")
                  .checksumAlgorithm(ChecksumAlgorithm.SHA256))
          .uploadId();

  private HttpResponse<String> put(int number, byte[] declared, byte[] sent) throws Exception {
    return put(number, Map.of("x-amz-checksum-sha256", base64(sha256(declared))), declared, sent);
  }

  private HttpResponse<String> put(
      int number, Map<String, String> headers, byte[] declared, byte[] sent) throws Exception {
    return Fixture.send(part(number, headers, declared, sent));
  }

  private HttpRequest.Builder part(
      int number, Map<String, String> headers, byte[] declared, byte[] sent) {
    Map<String, String> signed = new TreeMap<>(headers);
    signed.put("content-length", Integer.toString(declared.length));
    URI url =
        new Presigner(
                stack.s3(),
                stack.application().place().region(),
                AwsBasicCredentials.create("LOCALACCESSKEY", "local-secret-key"),
                stack.clock())
            .sign(
                SdkHttpMethod.PUT,
                "/" + bucket + "/" + key,
                signed,
                Map.of("partNumber", Integer.toString(number), "uploadId", uploadId),
                Duration.ofMinutes(15));
    HttpRequest.Builder request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(sent));
    headers.forEach(request::header);
    return request;
  }

  private void complete() {
    stack
        .s3Client()
        .completeMultipartUpload(complete ->
            complete
                .bucket(bucket)
                .key(key)
                .uploadId(uploadId)
                .multipartUpload(all -> all.parts(part(1, FIRST), part(2, LAST))));
  }

  private CompletedPart part(int number, byte[] bytes) {
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(tag(number))
        .checksumSHA256(base64(sha256(bytes)))
        .build();
  }

  private String tag(int number) {
    return stack
        .s3Client()
        .listParts(list -> list.bucket(bucket).key(key).uploadId(uploadId))
        .parts()
        .get(number - 1)
        .eTag();
  }

  @Test
  void parts_becomeOneObject_withAChecksumOfTheirChecksums() throws Exception {
    assertThat(put(1, FIRST, FIRST).statusCode()).isEqualTo(200);
    assertThat(put(2, LAST, LAST).statusCode()).isEqualTo(200);
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> stack.s3Client().headObject(head -> head.bucket(bucket).key(key)));

    complete();

    MessageDigest both = digest();
    both.update(sha256(FIRST));
    both.update(sha256(LAST));
    var stored =
        stack.s3Client().headObject(head -> head.bucket(bucket).key(key).checksumMode("ENABLED"));
    assertThat(stored.checksumSHA256()).isEqualTo(base64(both.digest()) + "-2");
    assertThat(stored.contentType()).isEqualTo("text/plain");
    assertThat(stored.contentLength()).isEqualTo(FIRST.length + LAST.length);
    stack.settle();
    assertThat(RecordingHandler.events("OnObject"))
        .filteredOn(event -> event.at("/detail/object/key").asText().equals(key))
        .singleElement()
        .extracting(event -> event.at("/detail/reason").asText())
        .isEqualTo("CompleteMultipartUpload");
  }

  @Test
  void part_thatIsCalledAForm_asCurlCallsAnyBody_isStoredAllTheSame() throws Exception {
    HttpResponse<String> stored =
        Fixture.send(
            part(1, Map.of("x-amz-checksum-sha256", base64(sha256(FIRST))), FIRST, FIRST)
                .header("Content-Type", "application/x-www-form-urlencoded"));

    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    assertThat(put(2, LAST, LAST).statusCode()).isEqualTo(200);
    complete();
    assertThat(stack.s3Client().headObject(head -> head.bucket(bucket).key(key)).contentLength())
        .isEqualTo(FIRST.length + LAST.length);
  }

  @Test
  void part_otherThanSigned_orWithoutItsChecksum_isRefused() throws Exception {
    assertThat(put(1, LAST, new byte[] {1, 2, 4}).body()).contains("<Code>BadDigest</Code>");
    assertThat(put(1, LAST, FIRST).body()).contains("<Code>SignatureDoesNotMatch</Code>");
    HttpResponse<String> without = put(1, Map.of(), LAST, LAST);
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(without.body()).contains("<Code>InvalidRequest</Code>");
    assertThat(
            stack
                .s3Client()
                .listParts(list -> list.bucket(bucket).key(key).uploadId(uploadId))
                .parts())
        .isEmpty();
  }

  @Test
  void part_ofAnEndedUpload_isRefused() throws Exception {
    stack.s3Client().abortMultipartUpload(it -> it.bucket(bucket).key(key).uploadId(uploadId));

    HttpResponse<String> late = put(1, LAST, LAST);

    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("<Code>NoSuchUpload</Code>");
    assertThatExceptionOfType(NoSuchUploadException.class)
        .isThrownBy(() ->
            stack.s3Client().listParts(list -> list.bucket(bucket).key(key).uploadId(uploadId)));
    assertThatExceptionOfType(NoSuchUploadException.class)
        .isThrownBy(() ->
            stack
                .s3Client()
                .abortMultipartUpload(it -> it.bucket(bucket).key(key).uploadId(uploadId)));
  }

  @RepeatedTest(5)
  void partsOfAnUploadBeingCompleted_areListedAllOrNotAtAll() throws Exception {
    put(1, FIRST, FIRST);
    put(2, LAST, LAST);
    Set<Integer> listed = ConcurrentHashMap.newKeySet();
    Thread lister =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (true) {
                  listed.add(
                      stack
                          .s3Client()
                          .listParts(list -> list.bucket(bucket).key(key).uploadId(uploadId))
                          .parts()
                          .size());
                }
              } catch (NoSuchUploadException completed) {
                listed.add(-1);
              }
            });

    complete();
    lister.join();

    assertThat(listed).contains(-1).isSubsetOf(2, -1);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
