package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.aws.AdapterTest;
import clientportal.aws.Difference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What S3 does with the URLs that the portal signs: S3 enforces them. */
@AdapterTest
final class S3FileUrlsIT {
  private static final byte[] BYTES = "Liebe Ada, hier ist es.".getBytes(StandardCharsets.UTF_8);

  private final PresignedUpload upload = PresignedUpload.of(BYTES);

  private static void assertRefused(HttpResponse<String> response, int status, String code) {
    assertThat(response.body()).contains("<Code>" + code + "</Code>");
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void upload_asDeclared_isStored_andASecondOneIsRefused() {
    assertThat(upload.put(BYTES).statusCode()).isEqualTo(200);
    assertThat(PresignedUpload.files().stored(upload.key())).isPresent();

    assertRefused(upload.put(BYTES), 412, "PreconditionFailed");
  }

  @ParameterizedTest
  @CsvSource({
    "content-type, text/html, SignatureDoesNotMatch",
    "content-type, '', SignatureDoesNotMatch",
    "if-none-match, '', SignatureDoesNotMatch",
    "if-none-match, other, SignatureDoesNotMatch",
    "x-amz-checksum-sha256, '', SignatureDoesNotMatch",
    "x-amz-checksum-sha256, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, SignatureDoesNotMatch",
    "x-amz-meta-note, b, AccessDenied",
    "x-amz-acl, public-read, AccessDenied",
    "x-amz-storage-class, GLACIER, AccessDenied"
  })
  void upload_withOtherHeadersThanSigned_isRefused(String header, String value, String code) {
    assertRefused(upload.put(BYTES, Map.of(header, value)), 403, code);
    assertThat(upload.isStored()).isFalse();
  }

  @Test
  void upload_ofOtherBytes_isRefused() {
    byte[] other = BYTES.clone();
    other[0] ^= 1;

    assertRefused(upload.put(other), 400, "BadDigest");
    assertRefused(upload.put(new byte[BYTES.length + 1]), 403, "SignatureDoesNotMatch");
    assertRefused(upload.put(new byte[0]), 403, "SignatureDoesNotMatch");
    assertThat(upload.isStored()).isFalse();
  }

  @Test
  void upload_toAnotherPlaceThanSigned_isRefused() {
    PresignedUpload elsewhere = PresignedUpload.of(BYTES);
    String signed = upload.signed().url();

    assertRefused(
        upload.put(
            signed.replace(upload.key().toString(), elsewhere.key().toString()), BYTES, Map.of()),
        403,
        "SignatureDoesNotMatch");
    assertRefused(
        upload.put(signed.replace("X-Amz-Expires=900", "X-Amz-Expires=901"), BYTES, Map.of()),
        403,
        "SignatureDoesNotMatch");
    assertThat(elsewhere.isStored()).isFalse();
    assertThat(upload.isStored()).isFalse();
  }

  @Test
  void upload_afterItsQuarterOfAnHour_isRefused_andJustBeforeItsEndTaken() {
    PresignedUpload old =
        PresignedUpload.of(BYTES, "text/plain", Instant.now().minus(Duration.ofSeconds(901)));
    PresignedUpload late =
        PresignedUpload.of(BYTES, "text/plain", Instant.now().minus(Duration.ofSeconds(870)));

    HttpResponse<String> refused = old.put(BYTES);
    assertRefused(refused, 403, "AccessDenied");
    assertThat(refused.body()).contains("Request has expired");
    assertThat(old.isStored()).isFalse();
    assertThat(late.put(BYTES).statusCode()).isEqualTo(200);
  }

  @Test
  void upload_mayNotBeUsedToReadOrDelete() {
    assertThat(upload.put(BYTES).statusCode()).isEqualTo(200);
    URI url = URI.create(upload.signed().url());

    assertRefused(
        PresignedUpload.send(HttpRequest.newBuilder(url).GET()), 403, "SignatureDoesNotMatch");
    assertRefused(
        PresignedUpload.send(HttpRequest.newBuilder(url).DELETE()), 403, "SignatureDoesNotMatch");
    assertThat(upload.isStored()).isTrue();
  }

  @Test
  void upload_ofNothing_andOfManyBytes_isStored() {
    byte[] many = new byte[3_000_000];
    PresignedUpload nothing = PresignedUpload.of(new byte[0]);
    PresignedUpload large = PresignedUpload.of(many);

    assertThat(nothing.put(new byte[0]).statusCode()).isEqualTo(200);
    assertThat(nothing.isStored()).isTrue();
    assertThat(large.put(many).statusCode()).isEqualTo(200);
    assertThat(large.isStored()).isTrue();
  }

  @Test
  void download_isAnAttachmentUnderItsName_andNotCached() {
    assertThat(upload.put(BYTES).statusCode()).isEqualTo(200);
    String name = "50% \"März\" & Söhne; 💶.pdf";

    HttpResponse<String> response =
        get(
            PresignedUpload.urls()
                .download(
                    upload.key(), upload.declared().named(name), Optional.empty(), Instant.now())
                .url());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(new String(BYTES, StandardCharsets.UTF_8));
    assertThat(response.headers().firstValue("content-disposition"))
        .hasValue(ContentDisposition.attachment(name));
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/plain");
  }

  @Test
  void download_isOfOneVersion_withItsHeaders_forAMinute() {
    assertThat(upload.put(BYTES).statusCode()).isEqualTo(200);
    PresignedUpload other = PresignedUpload.of(BYTES);
    assertThat(other.put(BYTES).statusCode()).isEqualTo(200);
    String url =
        PresignedUpload.urls()
            .download(
                upload.key(), upload.declared().named("a.txt"), Optional.empty(), Instant.now())
            .url();

    for (String changed :
        List.of(
            url.replace(upload.key().toString(), other.key().toString()),
            url.replace("attachment", "inline"),
            url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))) {
      assertThat(changed).isNotEqualTo(url);
      assertRefused(get(changed), 403, "SignatureDoesNotMatch");
    }
    assertThat(get(url.substring(0, url.indexOf('?'))).statusCode())
        .isEqualTo(Difference.UNSIGNED_REQUESTS.isHere() ? 200 : 403);
    HttpResponse<String> late =
        get(
            PresignedUpload.urls()
                .download(
                    upload.key(),
                    upload.declared().named("a.txt"),
                    Optional.empty(),
                    Instant.now().minusSeconds(61))
                .url());
    assertRefused(late, 403, "AccessDenied");
    assertThat(late.body()).contains("Request has expired");
    assertThat(PresignedUpload.send(HttpRequest.newBuilder(URI.create(url)).DELETE()).statusCode())
        .isEqualTo(403);
    assertThat(upload.isStored()).isTrue();
  }

  private static HttpResponse<String> get(String url) {
    return PresignedUpload.send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  @Test
  void browser_mayPutFromThePortalsPages_withTheSignedHeadersAlone() {
    String portal = "http://localhost:3000";
    String signed = String.join(",", upload.signed().headers().keySet());

    HttpResponse<String> allowed = preflight(portal, signed);
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("access-control-allow-origin")).hasValue(portal);
    assertThat(preflight("https://evil.example", signed).statusCode()).isEqualTo(403);
    assertThat(preflight(portal, "x-amz-acl").statusCode()).isEqualTo(403);
    HttpResponse<String> put = upload.put(BYTES, Map.of("Origin", portal));
    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(put.headers().firstValue("access-control-expose-headers"))
        .hasValueSatisfying(exposed -> assertThat(exposed).containsIgnoringCase("ETag"));
  }

  private HttpResponse<String> preflight(String origin, String headers) {
    return PresignedUpload.send(
        HttpRequest.newBuilder(URI.create(upload.signed().url()))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", headers));
  }
}
