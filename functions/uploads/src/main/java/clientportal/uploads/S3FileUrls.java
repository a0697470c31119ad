package clientportal.uploads;

import clientportal.platform.aws.AwsClients;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * URLs of S3, presigned with the function's own role. The SDK's {@code S3Presigner} takes no clock
 * and loads the S3 client's classes; this uses the signer underneath it.
 */
public final class S3FileUrls implements FileUrls {
  private static final Duration UPLOAD = Duration.ofMinutes(15);
  private static final Duration DOWNLOAD = Duration.ofSeconds(60);

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final URI bucket;

  private S3FileUrls(AwsCredentialsProvider credentials, Region region, URI bucket) {
    this.credentials = credentials;
    this.region = region;
    this.bucket = bucket;
  }

  /** A bucket has its own host; with an endpoint that is not AWS's, it is in the path. */
  public static S3FileUrls of(AwsClients aws, String bucket) {
    Optional<URI> endpoint = aws.endpoint("S3");
    Region region = aws.region();
    String address =
        endpoint.isPresent()
            ? endpoint.get().toString().replaceFirst("/$", "") + "/" + bucket
            : "https://%s.s3.%s.%s"
                .formatted(bucket, region.id(), PartitionMetadata.of(region).dnsSuffix());
    return new S3FileUrls(aws.credentials(), region, URI.create(address));
  }

  @Override
  public UploadUrl upload(ObjectKey key, Declaration declared, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", declared.contentType().text());
    headers.put("if-none-match", "*");
    headers.put("x-amz-checksum-sha256", S3MultipartUploads.base64(declared.sha256()));
    SdkHttpRequest.Builder request = request(SdkHttpMethod.PUT, key);
    headers.forEach(request::putHeader);
    request.putHeader("content-length", Long.toString(declared.size()));
    Instant signedAt = now.truncatedTo(ChronoUnit.SECONDS);
    return new UploadUrl(sign(request, signedAt, UPLOAD), headers, signedAt.plus(UPLOAD));
  }

  @Override
  public PartUrls parts(ObjectKey key, String uploadId, List<Parts.Part> parts, Instant now) {
    Instant signedAt = now.truncatedTo(ChronoUnit.SECONDS);
    return new PartUrls(
        parts.stream().map(part -> part(key, uploadId, part, signedAt)).toList(),
        signedAt.plus(UPLOAD));
  }

  private PartUrl part(ObjectKey key, String uploadId, Parts.Part part, Instant signedAt) {
    Map<String, String> headers =
        Map.of("x-amz-checksum-sha256", S3MultipartUploads.base64(part.sha256()));
    SdkHttpRequest.Builder request =
        request(SdkHttpMethod.PUT, key)
            .putRawQueryParameter("partNumber", Integer.toString(part.number()))
            .putRawQueryParameter("uploadId", uploadId)
            .putHeader("content-length", Long.toString(part.size()));
    headers.forEach(request::putHeader);
    return new PartUrl(part.number(), sign(request, signedAt, UPLOAD), headers);
  }

  @Override
  public DownloadUrl download(
      ObjectKey key, Declaration declared, Optional<ContentType> detected, Instant now) {
    ContentType served = declared.served(detected);
    SdkHttpRequest.Builder request =
        request(SdkHttpMethod.GET, key)
            .putRawQueryParameter(
                "response-content-disposition", ContentDisposition.attachment(declared.name()))
            .putRawQueryParameter("response-cache-control", "no-store");
    if (!served.equals(declared.contentType())) {
      request.putRawQueryParameter("response-content-type", served.text());
    }
    Instant signedAt = now.truncatedTo(ChronoUnit.SECONDS);
    return new DownloadUrl(sign(request, signedAt, DOWNLOAD), signedAt.plus(DOWNLOAD));
  }

  private SdkHttpRequest.Builder request(SdkHttpMethod method, ObjectKey key) {
    return SdkHttpRequest.builder().method(method).uri(URI.create(bucket + "/" + key));
  }

  /** A signature contains its time in whole seconds. */
  private String sign(SdkHttpRequest.Builder request, Instant signedAt, Duration validity) {
    return signer
        .sign(
            SignRequest.builder(credentials.resolveCredentials())
                .request(request.build())
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                .putProperty(
                    AwsV4FamilyHttpSigner.AUTH_LOCATION,
                    AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, validity)
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC))
                .build())
        .request()
        .getUri()
        .toString();
  }
}
