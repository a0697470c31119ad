package clientportal.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.local.LocalStack;
import clientportal.local.fixture.Fixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What S3 does with presigned URLs, as its documentation says and LocalStack 4.14 shows. */
class PresignedUrlIT {
  private static final byte[] BODY = "hello world".getBytes(StandardCharsets.UTF_8);

  private final LocalStack stack = Fixture.stack();
  private final String bucket = stack.application().buckets().getFirst().name();
  private final String key = "uploads/" + UUID.randomUUID();

  @Test
  void upload_asDeclared_isStored_andNotTwice() throws Exception {
    URI upload = upload();

    assertThat(put(upload, BODY, Map.of()).statusCode()).isEqualTo(200);

    HttpResponse<String> again = put(upload, BODY, Map.of());
    assertThat(again.statusCode()).isEqualTo(412);
    assertThat(again.body()).contains("<Code>PreconditionFailed</Code>");
    HeadObjectResponse stored =
        stack.s3Client().headObject(head -> head.bucket(bucket).key(key).checksumMode("ENABLED"));
    assertThat(stored.checksumSHA256()).isEqualTo(sha256());
    assertThat(stored.contentLength()).isEqualTo(BODY.length);
    assertThat(stored.contentType()).isEqualTo("text/plain");
  }

  @ParameterizedTest
  @CsvSource({
    "content-type, text/html, SignatureDoesNotMatch",
    "if-none-match, '', SignatureDoesNotMatch",
    "x-amz-checksum-sha256, '', SignatureDoesNotMatch",
    "x-amz-meta-a, b, AccessDenied",
    "x-amz-acl, public-read, AccessDenied"
  })
  void upload_withOtherHeadersThanSigned_isRefused(String header, String value, String code)
      throws Exception {
    HttpResponse<String> response = put(upload(), BODY, Map.of(header, value));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("<Code>" + code + "</Code>");
    assertThatNothingIsStored();
  }

  @Test
  void upload_ofOtherBytes_isRefused() throws Exception {
    HttpResponse<String> other =
        put(upload(), "hello w0rld".getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body()).contains("<Code>BadDigest</Code>");
    assertThat(put(upload(), new byte[3], Map.of()).statusCode()).isEqualTo(403);
    assertThatNothingIsStored();
  }

  @Test
  void url_altered_unsigned_orTooOldByTheStacksClock_isRefused() throws Exception {
    URI upload = upload();

    for (String url :
        List.of(upload.toString().replace(key, key + "x"), stack.s3() + upload.getPath())) {
      assertThat(put(URI.create(url), BODY, Map.of()).statusCode()).isEqualTo(403);
    }
    stack.clock().advance(Duration.ofMinutes(15));
    HttpResponse<String> late = put(upload, BODY, Map.of());
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body()).contains("Request has expired");
    assertThatNothingIsStored();
  }

  @Test
  void download_overridesHeaders_forItsTime() throws Exception {
    assertThat(put(upload(), BODY, Map.of()).statusCode()).isEqualTo(200);
    String disposition = "attachment; filename=\"a b.txt\"; filename*=UTF-8''%C3%A4%20b.txt";
    URI url =
        presigner()
            .sign(
                SdkHttpMethod.GET,
                "/" + bucket + "/" + key,
                Map.of(),
                Map.of(
                    "response-content-disposition",
                    disposition,
                    "response-cache-control",
                    "no-store"),
                Duration.ofSeconds(60));

    HttpResponse<String> response = Fixture.send(HttpRequest.newBuilder(url));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("hello world");
    assertThat(response.headers().firstValue("content-disposition")).hasValue(disposition);
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/plain");

    stack.clock().advance(Duration.ofSeconds(61));
    assertThat(Fixture.send(HttpRequest.newBuilder(url)).statusCode()).isEqualTo(403);
  }

  @Test
  void preflight_allowsTheTemplatesHeaders_toPagesOfThisMachine() throws Exception {
    URI url = upload();

    HttpResponse<String> allowed = preflight(url, "http://localhost:5173", "content-type");
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("access-control-allow-origin"))
        .hasValue("http://localhost:5173");
    assertThat(allowed.headers().firstValue("access-control-allow-headers"))
        .hasValue("content-type");
    assertThat(preflight(url, "https://evil.example", "content-type").statusCode()).isEqualTo(403);
    assertThat(preflight(url, "http://localhost:1", "x-amz-acl").statusCode()).isEqualTo(403);
  }

  private URI upload() {
    Map<String, String> headers = new TreeMap<>(declared());
    headers.put("content-length", Integer.toString(BODY.length));
    return presigner()
        .sign(
            SdkHttpMethod.PUT, "/" + bucket + "/" + key, headers, Map.of(), Duration.ofMinutes(15));
  }

  private static Map<String, String> declared() {
    return Map.of(
        "content-type", "text/plain", "if-none-match", "*", "x-amz-checksum-sha256", sha256());
  }

  private Presigner presigner() {
    return new Presigner(
        stack.s3(),
        stack.application().place().region(),
        AwsBasicCredentials.create("LOCALACCESSKEY", "local-secret-key"),
        stack.clock());
  }

  /** Puts with the declared headers, but for some; an empty one is left out. */
  private static HttpResponse<String> put(URI url, byte[] body, Map<String, String> but)
      throws Exception {
    Map<String, String> headers = new TreeMap<>(declared());
    headers.putAll(but);
    HttpRequest.Builder request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(body));
    headers.forEach((name, value) -> {
      if (!value.isEmpty()) {
        request.header(name, value);
      }
    });
    return Fixture.send(request);
  }

  private void assertThatNothingIsStored() {
    assertThatExceptionOfType(NoSuchKeyException.class)
        .isThrownBy(() -> stack.s3Client().headObject(head -> head.bucket(bucket).key(key)));
  }

  private static String sha256() {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(BODY));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> preflight(URI url, String origin, String header)
      throws Exception {
    return Fixture.send(
        HttpRequest.newBuilder(url)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", header));
  }
}
