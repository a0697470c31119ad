package clientportal.aws;

import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.dynamodb.TableStream;
import clientportal.local.template.Application;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** LocalStack in a container, with what CloudFormation makes there of the templates. */
final class LocalStackAws implements Aws {
  private static final int PORT = 4566;

  /** How LocalStack is to behave, where its defaults do not fit. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          // Presigned URLs are verified as S3 does, which is not LocalStack's habit.
          "S3_SKIP_SIGNATURE_VALIDATION", "0",
          // DynamoDB Local itself has the streams, without a Kinesis that is fetched at run time.
          "PROVIDER_OVERRIDE_DYNAMODB", "v2",
          // Nothing is sent to, or fetched from, LocalStack's makers.
          "DISABLE_EVENTS", "1",
          "SKIP_SSL_CERT_DOWNLOAD", "1",
          // Types that it does not know are marked in the stack and compared with a list. To refuse
          // them, LocalStack would fetch the list of those it knows, and without it refuse all.
          "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "1");

  private final LocalStackContainer container;
  private final Deployment deployment;
  private final DynamoDbClient dynamoDb;
  private final S3Client s3;
  private final SqsClient sqs;
  private final TableStream stream;
  private final List<StreamRecord> streamed = new ArrayList<>();
  private final Map<String, List<Delivery>> delivered = new HashMap<>();

  private LocalStackAws(LocalStackContainer container) {
    this.container = container;
    dynamoDb = configured(DynamoDbClient.builder()).build();
    s3 = configured(S3Client.builder()).forcePathStyle(true).build();
    sqs = configured(SqsClient.builder()).build();
    try (CloudFormationClient cloudFormation = configured(CloudFormationClient.builder()).build()) {
      deployment = Deployment.of(cloudFormation, s3);
    }
    Application.Table table = Templates.APPLICATION.tables().getFirst();
    stream =
        new TableStream(
            dynamoDb,
            configured(DynamoDbStreamsClient.builder()).build(),
            deployment.output("TableName"),
            table.streamArn(),
            region(),
            Map.of());
  }

  /** Starts the container; Testcontainers removes it at the end of the JVM. */
  static LocalStackAws start() {
    LocalStackContainer container =
        new LocalStackContainer(
                DockerImageName.parse(LocalStackImage.fromProperties().name())
                    .asCompatibleSubstituteFor("localstack/localstack"))
            .withEnv(SETTINGS)
            .withStartupTimeout(Duration.ofMinutes(2));
    container.withCreateContainerCmdModifier(
        create -> confine(Objects.requireNonNull(create.getHostConfig()), container.getHost()));
    container.start();
    return new LocalStackAws(container);
  }

  /** To this machine's own address, and without the engine's socket: it starts no containers. */
  private static void confine(HostConfig host, String address) {
    host.withBinds(List.of());
    if (address.equals("127.0.0.1") || address.equals("localhost")) {
      host.withPortBindings(
          new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
    }
  }

  private static String region() {
    return Templates.APPLICATION.place().region();
  }

  private URI endpoint() {
    return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(
      B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(Region.of(region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }

  Deployment deployment() {
    return deployment;
  }

  SqsClient sqs() {
    return sqs;
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", region());
    environment.put("AWS_ACCESS_KEY_ID", container.getAccessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    for (String service : List.of("DYNAMODB", "S3", "SNS")) {
      environment.put("AWS_ENDPOINT_URL_" + service, endpoint().toString());
    }
    for (String output : List.of("TableName", "BucketName", "TopicArn")) {
      environment.put(
          output.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT),
          deployment.output(output));
    }
    environment.put("MALWARE_SCANNING", "false");
    return environment;
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  @Override
  public S3Client s3() {
    return s3;
  }

  @Override
  public synchronized List<StreamRecord> streamed() {
    stream.read().forEach(batch -> streamed.addAll(batch.records()));
    return List.copyOf(streamed);
  }

  @Override
  public synchronized List<Delivery> delivered(String queue) {
    List<Delivery> all = delivered.computeIfAbsent(queue, _ -> new ArrayList<>());
    String url = deployment.physicalId(queue);
    List<Message> received;
    do {
      received =
          sqs.receiveMessage(receive ->
                  receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
              .messages();
      for (Message message : received) {
        Map<String, String> attributes = new HashMap<>();
        message
            .messageAttributes()
            .forEach((name, value) -> attributes.put(name, value.stringValue()));
        all.add(new Delivery(message.body(), attributes));
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!received.isEmpty());
    return List.copyOf(all);
  }
}
