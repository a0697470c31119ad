package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import clientportal.platform.Hashes;
import clientportal.platform.aws.AwsClients;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What S3 makes of the parts that the portal signs URLs for. */
@AdapterTest
final class S3MultipartUploadsIT {
  private static final int PART_SIZE = 5 << 20;
  private static final byte[] BYTES = bytes();

  private final Aws aws = Aws.current();
  private final MultipartUploads uploads =
      aws.asFunction(() ->
          S3Bucket.of(AwsClients.fromEnvironment(), aws.variable("BUCKET_NAME"))
              .multipartUploads());
  private final ObjectKey key = PresignedUpload.of(BYTES).key();
  private final Parts parts =
      new Parts(
          uploads.begin(key, new ContentType("text/plain; charset=utf-8")),
          PART_SIZE,
          List.of(Hashes.sha256(part(1)), Hashes.sha256(part(2))));

  private static byte[] bytes() {
    byte[] bytes = new byte[PART_SIZE + 11];
    Arrays.fill(bytes, PART_SIZE, bytes.length, (byte) 'x');
    return bytes;
  }

  private static byte[] part(int number) {
    return Arrays.copyOfRange(
        BYTES, (number - 1) * PART_SIZE, Math.min(number * PART_SIZE, BYTES.length));
  }

  private int put(int number, byte[] bytes) {
    FileUrls.PartUrl part =
        PresignedUpload.urls()
            .parts(key, parts.uploadId(), parts.of(BYTES.length), Instant.now())
            .parts()
            .get(number - 1);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(part.url())).PUT(BodyPublishers.ofByteArray(bytes));
    part.headers().forEach(request::header);
    return PresignedUpload.send(request).statusCode();
  }

  @Test
  void parts_areComplete_onceAllHaveArrived_andTheUploadIsOverThen() {
    assertThat(uploads.arrived(key, parts.uploadId()).orElseThrow()).isEmpty();
    assertThat(put(2, part(2))).isEqualTo(200);
    assertThat(uploads.arrived(key, parts.uploadId()).orElseThrow()).containsOnlyKeys(2);
    assertThat(put(1, part(1))).isEqualTo(200);

    assertThat(uploads.complete(key, parts, uploads.arrived(key, parts.uploadId()).orElseThrow()))
        .isTrue();

    StoredFiles.Stored stored = PresignedUpload.files().stored(key).orElseThrow();
    assertThat(stored.sha256()).contains(parts.summary().checksum());
    assertThat(stored.size()).isEqualTo(BYTES.length);
    assertThat(new ContentType("text/plain; charset=utf-8").isSame(stored.contentType())).isTrue();
    assertThat(uploads.arrived(key, parts.uploadId())).isEqualTo(Optional.empty());
  }

  @Test
  void part_thatIsAltered_isRefused() {
    byte[] altered = part(2);
    altered[3] ^= 1;

    assertThat(put(2, altered)).isEqualTo(400);
    assertThat(put(2, part(1))).isEqualTo(403);
    assertThat(uploads.arrived(key, parts.uploadId()).orElseThrow()).isEmpty();
  }

  @Test
  void upload_thatIsAborted_isOver_howeverOften() {
    put(2, part(2));

    uploads.abort(key, parts.uploadId());
    uploads.abort(key, parts.uploadId());

    assertThat(uploads.arrived(key, parts.uploadId())).isEmpty();
    assertThat(put(1, part(1))).isEqualTo(404);
    assertThat(PresignedUpload.files().stored(key)).isEmpty();
  }
}
