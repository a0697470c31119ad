package clientportal.platform.aws;

import clientportal.platform.Environment;
import clientportal.platform.snapshot.Snapshot;
import clientportal.platform.table.Key;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * AWS clients as every function builds them: region, credentials and endpoint from the environment,
 * the JDK's HTTP client, no profile files, no look-ups, and the same answer to the same error.
 * There is one client for the table.
 */
public final class AwsClients {
  /** The key of no item. */
  private static final Key ABSENT_KEY = new Key("NOTHING", "NOTHING");

  private final Environment environment;
  private final AtomicBoolean called = new AtomicBoolean();
  private @Nullable DynamoDbTable table;

  private AwsClients(Environment environment) {
    this.environment = environment;
  }

  /** Reads what a client needs from the environment of the handler that is being constructed. */
  public static AwsClients fromEnvironment() {
    return new AwsClients(Environment.current());
  }

  /**
   * Returns the table that {@code TABLE_NAME} names, which is built once. Before a snapshot it is
   * read, unless a route made a call when it was primed.
   */
  public DynamoDbTable table() {
    if (table == null) {
      DynamoDbTable built =
          new DynamoDbTable(
              configure(DynamoDbClient.builder(), "DYNAMODB").build(),
              environment.require("TABLE_NAME"));
      Snapshot.prime(() -> {
        if (!called.get()) {
          built.read(List.of(ABSENT_KEY));
        }
      });
      table = built;
    }
    return table;
  }

  /**
   * Configures a client.
   *
   * @param service the service as {@code AWS_ENDPOINT_URL_<service>} spells it
   */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
      B builder, String service) {
    endpoint(service).ifPresent(builder::endpointOverride);
    if (Snapshot.isTaken()) {
      builder.httpClient(snapshotHttpClient());
    } else {
      builder.httpClientBuilder(connections());
    }
    return builder
        .region(region())
        .credentialsProvider(credentials())
        .overrideConfiguration(configuration ->
            configuration
                .defaultProfileFile(ProfileFile.aggregator().build())
                .addExecutionInterceptor(new AwsErrors()));
  }

  private SnapshotHttpClient snapshotHttpClient() {
    SnapshotHttpClient client =
        new SnapshotHttpClient(() -> connections().build(), () -> called.set(true));
    Snapshot.discard(client::discard);
    return client;
  }

  private static UrlConnectionHttpClient.Builder connections() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(1))
        .socketTimeout(Duration.ofSeconds(5));
  }

  public Region region() {
    return Region.of(environment.require("AWS_REGION"));
  }

  /** Returns the endpoint of a service, or else that of all services, where it is not AWS's own. */
  public Optional<URI> endpoint(String service) {
    return environment
        .optional("AWS_ENDPOINT_URL_" + service)
        .or(() -> environment.optional("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  /**
   * Returns the credentials of the function. With SnapStart Lambda hands them out at a local
   * address, otherwise in the environment.
   */
  public AwsCredentialsProvider credentials() {
    if (environment.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      SnapshotCredentials credentials = new SnapshotCredentials();
      Snapshot.discard(credentials::discard);
      return credentials;
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
