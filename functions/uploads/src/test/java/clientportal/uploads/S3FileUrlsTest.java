package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class S3FileUrlsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00.987Z");
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret");
  private static final ObjectKey KEY = new ObjectKey("firms/meyer/documents/1");
  private static final Declaration DECLARED =
      new Declaration(
          "a.pdf",
          4,
          new ContentType("application/pdf"),
          "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

  private static FileUrls urls(Map<String, String> environment) {
    return ScopedValue.where(
            RuntimeContext.CURRENT, new RuntimeContext(environment, Clock.systemUTC()))
        .call(() -> S3FileUrls.of(AwsClients.fromEnvironment(), "documents-bucket"));
  }

  private static Map<String, String> parameters(String url) {
    return Arrays.stream(URI.create(url).getRawQuery().split("&", -1))
        .map(parameter -> parameter.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Test
  void anUploadSignsSizeTypeSumAndThatNothingIsOverwritten_forAQuarterOfAnHourByTheGivenClock() {
    FileUrls.UploadUrl upload = urls(ENVIRONMENT).upload(KEY, DECLARED, NOW);

    URI url = URI.create(upload.url());
    assertThat(url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath())
        .isEqualTo("https://documents-bucket.s3.eu-west-1.amazonaws.com/" + KEY);
    Map<String, String> parameters = parameters(upload.url());
    assertThat(parameters)
        .containsEntry("X-Amz-Date", "20260301T093000Z")
        .containsEntry("X-Amz-Expires", "900")
        .containsEntry("X-Amz-Credential", "AKIDEXAMPLE/20260301/eu-west-1/s3/aws4_request")
        .containsEntry(
            "X-Amz-SignedHeaders",
            "content-length;content-type;host;if-none-match;x-amz-checksum-sha256")
        .containsOnlyKeys(
            "X-Amz-Algorithm",
            "X-Amz-Credential",
            "X-Amz-Date",
            "X-Amz-Expires",
            "X-Amz-SignedHeaders",
            "X-Amz-Signature");
    assertThat(upload.headers())
        .containsOnlyKeys("content-type", "if-none-match", "x-amz-checksum-sha256");
    assertThat(upload.expiresAt()).isEqualTo("2026-03-01T09:45:00Z");
  }

  @Test
  void anotherDeclarationHasAnotherSignature() {
    FileUrls urls = urls(ENVIRONMENT);
    Declaration longer = new Declaration("a.pdf", 5, DECLARED.contentType(), DECLARED.sha256());

    assertThat(parameters(urls.upload(KEY, longer, NOW).url()).get("X-Amz-Signature"))
        .isNotEqualTo(parameters(urls.upload(KEY, DECLARED, NOW).url()).get("X-Amz-Signature"));
  }

  @Test
  void aDownloadIsAnAttachmentThatNobodyKeeps_forAMinute() {
    String name = "50% \"März\" & Söhne; 💶.pdf";
    FileUrls.DownloadUrl download =
        urls(ENVIRONMENT).download(KEY, DECLARED.named(name), Optional.empty(), NOW);

    assertThat(parameters(download.url()))
        .containsEntry("X-Amz-Expires", "60")
        .containsEntry("X-Amz-SignedHeaders", "host")
        .containsEntry("response-content-disposition", ContentDisposition.attachment(name))
        .containsEntry("response-cache-control", "no-store")
        .hasSize(8);
    assertThat(URI.create(download.url()).getRawPath()).isEqualTo("/" + KEY);
    assertThat(download.expiresAt()).isEqualTo("2026-03-01T09:31:00Z");
  }

  @Test
  void aFileOfAnotherTypeThanDeclared_isHandedOutAsWhatItIs() {
    FileUrls urls = urls(ENVIRONMENT);
    Optional<ContentType> image = Optional.of(new ContentType("image/heic"));
    Optional<ContentType> page = Optional.of(new ContentType("text/html"));

    assertThat(parameters(urls.download(KEY, DECLARED, image, NOW).url()))
        .containsEntry("response-content-type", "image/heic");
    assertThat(parameters(urls.download(KEY, DECLARED, page, NOW).url()))
        .containsEntry("response-content-type", "application/octet-stream");
    assertThat(parameters(urls.download(KEY, DECLARED, Optional.empty(), NOW).url()))
        .doesNotContainKey("response-content-type");
  }

  @Test
  void whatABrowserWouldRun_isHandedOutAsBytes() {
    Declaration page =
        new Declaration("a.html", 4, new ContentType("text/html"), DECLARED.sha256());

    assertThat(parameters(urls(ENVIRONMENT).download(KEY, page, Optional.empty(), NOW).url()))
        .containsEntry("response-content-type", "application/octet-stream")
        .containsEntry("response-content-disposition", ContentDisposition.attachment("a.html"));
  }

  @Test
  void aPartSignsItsNumberSizeAndSum() {
    FileUrls.PartUrls parts =
        urls(ENVIRONMENT)
            .parts(
                KEY,
                "an/id+=",
                List.of(
                    new Parts.Part(1, 5, DECLARED.sha256()),
                    new Parts.Part(2, 4, DECLARED.sha256())),
                NOW);

    assertThat(parts.expiresAt()).isEqualTo("2026-03-01T09:45:00Z");
    assertThat(parts.parts()).extracting(FileUrls.PartUrl::number).containsExactly(1, 2);
    FileUrls.PartUrl second = parts.parts().getLast();
    assertThat(second.headers()).containsOnlyKeys("x-amz-checksum-sha256");
    assertThat(parameters(second.url()))
        .containsEntry("partNumber", "2")
        .containsEntry("uploadId", "an/id+=")
        .containsEntry("X-Amz-SignedHeaders", "content-length;host;x-amz-checksum-sha256")
        .containsEntry("X-Amz-Expires", "900");
  }

  @Test
  void theLongestNameLeavesRoomInARequest() {
    String url =
        urls(ENVIRONMENT)
            .download(KEY, DECLARED.named("💶".repeat(255)), Optional.empty(), NOW)
            .url();

    assertThat(url).hasSizeLessThan(6_500);
  }

  @Test
  void anEndpointOfItsOwnIsUsedWithTheBucketInThePath_andASessionIsNamed() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000/");
    environment.put("AWS_SESSION_TOKEN", "session/+=");

    String url = urls(environment).download(KEY, DECLARED, Optional.empty(), NOW).url();

    assertThat(url).startsWith("http://127.0.0.1:9000/documents-bucket/" + KEY + "?");
    assertThat(parameters(url)).containsEntry("X-Amz-Security-Token", "session/+=");
  }

  @Test
  void anEndpointOfAllServices_isThatOfUrlsToo_unlessS3HasItsOwn() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:4566");
    assertThat(urls(environment).download(KEY, DECLARED, Optional.empty(), NOW).url())
        .startsWith("http://127.0.0.1:4566/documents-bucket/" + KEY + "?");

    environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000");
    assertThat(urls(environment).download(KEY, DECLARED, Optional.empty(), NOW).url())
        .startsWith("http://127.0.0.1:9000/documents-bucket/");
  }
}
