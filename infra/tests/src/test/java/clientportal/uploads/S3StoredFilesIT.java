package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** What S3 returns about stored files. */
@AdapterTest
final class S3StoredFilesIT {
  private static final byte[] BYTES = "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII);

  private final StoredFiles files = PresignedUpload.files();

  /** Of what is put at once, the ETag is its MD5. */
  private static String eTag(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void verdict_ofWhatWasNotScanned_isEmpty_andDeletedObjectsAreGone() {
    PresignedUpload upload =
        PresignedUpload.of("MALWARE-SCAN-TEST: NOTHING".getBytes(StandardCharsets.US_ASCII));
    upload.put("MALWARE-SCAN-TEST: NOTHING".getBytes(StandardCharsets.US_ASCII));

    assertThat(files.stored(upload.key())).isPresent();
    assertThat(files.verdict(upload.key())).isEmpty();
    files.delete(upload.key());
    files.delete(upload.key());
    assertThat(files.stored(upload.key())).isEmpty();
    assertThat(files.verdict(upload.key())).isEmpty();
  }

  @Test
  void stored_hasSizeTypeAndTheSumThatS3Computed() {
    PresignedUpload upload = PresignedUpload.of(BYTES, "application/pdf", Instant.now());
    upload.put(BYTES);

    assertThat(files.stored(upload.key()))
        .contains(
            new StoredFiles.Stored(
                BYTES.length,
                "application/pdf",
                Optional.of(upload.declared().sha256()),
                eTag(BYTES),
                List.of()));
  }

  @Test
  void stored_ofATypeWithParameters_isTheSameType() {
    PresignedUpload upload = PresignedUpload.of(BYTES, "text/plain; charset=utf-8", Instant.now());
    assertThat(upload.put(BYTES).statusCode()).isEqualTo(200);

    assertThat(files.stored(upload.key()).orElseThrow().contentType())
        .satisfies(
            type -> assertThat(new ContentType("text/plain; charset=utf-8").isSame(type)).isTrue());
  }

  @Test
  void stored_ofWhatIsNotThere_isEmpty() {
    assertThat(files.stored(PresignedUpload.of(BYTES).key())).isEmpty();
  }

  @Test
  void stored_ofNothing_hasItsSum() {
    PresignedUpload upload = PresignedUpload.of(new byte[0]);
    upload.put(new byte[0]);

    assertThat(files.stored(upload.key()))
        .contains(
            new StoredFiles.Stored(
                0,
                "text/plain",
                Optional.of(upload.declared().sha256()),
                eTag(new byte[0]),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Encoding    | gzip",
        "Content-Disposition | inline",
        "Content-Language    | de",
        "Expires             | Wed, 21 Oct 2099 07:28:00 GMT",
      })
  void stored_namesTheHeadersThatWereNotSigned(String header, String value) {
    PresignedUpload upload = PresignedUpload.of(BYTES);
    assertThat(upload.put(BYTES, Map.of(header, value)).statusCode()).isEqualTo(200);

    assertThat(files.stored(upload.key()).orElseThrow().unsigned()).containsExactly(header);
  }

  @Test
  void stored_doesNotNameWhatBrowsersAdd() {
    PresignedUpload upload = PresignedUpload.of(BYTES);
    assertThat(upload.put(BYTES, Map.of("Cache-Control", "max-age=0")).statusCode()).isEqualTo(200);

    assertThat(files.stored(upload.key()).orElseThrow().unsigned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-meta-note", "x-amz-website-redirect-location", "x-amz-acl"})
  void aHeaderOfAmazonsThatWasNotSigned_isRefused(String header) {
    PresignedUpload upload = PresignedUpload.of(BYTES);

    assertThat(upload.put(BYTES, Map.of(header, "/x")).statusCode()).isEqualTo(403);
    assertThat(upload.isStored()).isFalse();
  }

  @Test
  void stored_withoutASum_hasNone() {
    PresignedUpload upload = PresignedUpload.of(BYTES);
    Aws aws = Aws.current();
    aws.s3()
        .putObject(
            put ->
                put.ifNoneMatch("*")
                    .bucket(aws.variable("BUCKET_NAME"))
                    .key(upload.key().toString())
                    .contentType("text/plain"),
            RequestBody.fromBytes(BYTES));

    assertThat(files.stored(upload.key()).orElseThrow().sha256()).isEmpty();
  }

  @Test
  void firstBytes_areLimited() {
    PresignedUpload upload = PresignedUpload.of(BYTES);
    upload.put(BYTES);

    assertThat(files.firstBytes(upload.key(), 5).orElseThrow())
        .isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(files.firstBytes(upload.key(), 4096).orElseThrow()).isEqualTo(BYTES);
  }
}
