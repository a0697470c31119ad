package clientportal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Each difference still exists: one that is gone is to be deleted here and tested instead. */
@LocalStackTest
final class DifferenceIT {
  private static final String OBJECT = "differences/object";

  private final LocalStackAws aws = (LocalStackAws) Aws.current();
  private final String bucket = aws.variable("BUCKET_NAME");

  @ParameterizedTest
  @EnumSource
  void difference_isThereStill(Difference difference) throws Exception {
    assertThat(
            switch (difference) {
              case UNSIGNED_REQUESTS -> anybodyReads();
              case SIGNATURES_IN_HEADERS -> anySecretReads();
              case BUCKET_POLICY -> isReadWithoutTls();
              case DELETION_PROTECTION -> !isProtected();
              case POINT_IN_TIME_RECOVERY -> !isBackedUp();
              case BUCKET_LIFECYCLE -> !hasLifecycle();
            })
        .isTrue();
  }

  private void put() {
    aws.s3().putObject(put -> put.bucket(bucket).key(OBJECT), RequestBody.fromString("something"));
  }

  private boolean anybodyReads() throws Exception {
    put();
    URI url = URI.create(aws.variable("AWS_ENDPOINT_URL_S3") + "/" + bucket + "/" + OBJECT);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 200;
    }
  }

  private boolean anySecretReads() {
    put();
    try (S3Client stranger =
        S3Client.builder()
            .endpointOverride(URI.create(aws.variable("AWS_ENDPOINT_URL_S3")))
            .region(aws.s3().serviceClientConfiguration().region())
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(aws.variable("AWS_ACCESS_KEY_ID"), "guessed")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return stranger
          .getObjectAsBytes(get -> get.bucket(bucket).key(OBJECT))
          .asUtf8String()
          .equals("something");
    }
  }

  private boolean isReadWithoutTls() {
    put();
    return aws.variable("AWS_ENDPOINT_URL_S3").startsWith("http://")
        && aws.s3()
            .getObjectAsBytes(get -> get.bucket(bucket).key(OBJECT))
            .asUtf8String()
            .equals("something");
  }

  private boolean isProtected() {
    return Boolean.TRUE.equals(
        aws.dynamoDb()
            .describeTable(describe -> describe.tableName(aws.variable("TABLE_NAME")))
            .table()
            .deletionProtectionEnabled());
  }

  private boolean isBackedUp() {
    return aws.dynamoDb()
        .describeContinuousBackups(describe -> describe.tableName(aws.variable("TABLE_NAME")))
        .continuousBackupsDescription()
        .pointInTimeRecoveryDescription()
        .pointInTimeRecoveryStatusAsString()
        .equals("ENABLED");
  }

  private boolean hasLifecycle() {
    try {
      return aws.s3().getBucketLifecycleConfiguration(get -> get.bucket(bucket)).hasRules();
    } catch (S3Exception none) {
      return !none.awsErrorDetails().errorCode().equals("NoSuchLifecycleConfiguration");
    }
  }
}
