package clientportal.platform.aws;

import clientportal.platform.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * AWS clients as every function builds them: region, credentials and endpoint from the environment,
 * the JDK's HTTP client, no profile files, no look-up of anything.
 */
public final class AwsClients {
  private final Environment environment;

  private AwsClients(Environment environment) {
    this.environment = environment;
  }

  /** Reads what a client needs from the surroundings of the handler that is being constructed. */
  public static AwsClients fromEnvironment() {
    return new AwsClients(Environment.current());
  }

  /** Returns the table that {@code TABLE_NAME} names. */
  public DynamoDbTable table() {
    return new DynamoDbTable(
        configure(DynamoDbClient.builder(), "DYNAMODB").build(), environment.require("TABLE_NAME"));
  }

  /**
   * Configures a client.
   *
   * @param service the service as {@code AWS_ENDPOINT_URL_<service>} spells it
   */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
      B builder, String service) {
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder
        .region(region())
        .credentialsProvider(credentials())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(5)))
        .overrideConfiguration(
            configuration -> configuration.defaultProfileFile(ProfileFile.aggregator().build()));
  }

  public Region region() {
    return Region.of(environment.require("AWS_REGION"));
  }

  /** Returns the endpoint of a service where it is not AWS's own. */
  public Optional<URI> endpoint(String service) {
    return environment.optional("AWS_ENDPOINT_URL_" + service).map(URI::create);
  }

  /**
   * Returns the credentials of the function. After a restored snapshot Lambda hands them out by a
   * local address, otherwise in the environment.
   */
  public AwsCredentialsProvider credentials() {
    if (environment.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return ContainerCredentialsProvider.create();
    }
    String id = environment.require("AWS_ACCESS_KEY_ID");
    String secret = environment.require("AWS_SECRET_ACCESS_KEY");
    return StaticCredentialsProvider.create(
        environment
            .optional("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
            .orElseGet(() -> AwsBasicCredentials.create(id, secret)));
  }
}
