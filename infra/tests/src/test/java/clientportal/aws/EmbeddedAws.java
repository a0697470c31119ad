package clientportal.aws;

import clientportal.local.dynamodb.EmbeddedDynamoDb;
import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.dynamodb.TableStream;
import clientportal.local.events.Activity;
import clientportal.local.events.AsyncInvoker;
import clientportal.local.events.EventBus;
import clientportal.local.events.QueuedMessage;
import clientportal.local.events.Queues;
import clientportal.local.events.Topics;
import clientportal.local.functions.FunctionHost;
import clientportal.local.messaging.Outbox;
import clientportal.local.messaging.SnsStandIn;
import clientportal.local.roles.Roles;
import clientportal.local.s3.EmbeddedS3;
import clientportal.local.template.Application;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The parts that the local stack embeds, wired as it wires them, but for functions and pumps. */
final class EmbeddedAws implements Aws {
  private static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("ADAPTERSKEY", "adapters-secret");

  private final Queues queues;
  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedS3 s3;
  private final TableStream stream;
  private final List<StreamRecord> streamed = new ArrayList<>();
  private final Map<String, String> environment;

  private EmbeddedAws(Application application) {
    Clock clock = Clock.systemUTC();
    Activity activity = new Activity();
    Application.Table table = application.tables().getFirst();
    String topicArn = application.topics().getFirst().arn();
    String region = application.place().region();
    dynamoDb =
        EmbeddedDynamoDb.start(
            application, Optional.empty(), StaticCredentialsProvider.create(CREDENTIALS));
    stream =
        new TableStream(
            dynamoDb.client(),
            dynamoDb.streams(),
            table.name(),
            table.streamArn(),
            region,
            Map.of());
    queues = new Queues(application.queues(), clock, Optional.empty());
    Roles roles = new Roles(application.functions());
    FunctionHost idle = new FunctionHost(application, roles, Map.of(), clock, System.err);
    EventBus bus =
        new EventBus(
            application, queues, idle, new AsyncInvoker(idle, queues, activity, clock), clock);
    s3 =
        EmbeddedS3.start(
            0,
            application,
            Optional.empty(),
            CREDENTIALS,
            clock,
            activity,
            roles,
            bus::put,
            bus::put);
    Topics topics = new Topics(application.subscriptions(), queues, clock);
    HttpServer sns = server();
    sns.createContext(
        "/",
        new SnsStandIn(
            Set.of(topicArn), clock, new Outbox(clock, Optional.empty()), topics::published));
    sns.start();
    environment = new HashMap<>();
    environment.put("AWS_REGION", region);
    environment.put("AWS_ACCESS_KEY_ID", CREDENTIALS.accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", CREDENTIALS.secretAccessKey());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:" + sns.getAddress().getPort());
    environment.put("TABLE_NAME", table.name());
    environment.put("BUCKET_NAME", application.buckets().getFirst().name());
    environment.put("TOPIC_ARN", topicArn);
    environment.put("MALWARE_SCANNING", "false");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              sns.stop(0);
              s3.close();
              dynamoDb.close();
            }));
  }

  static EmbeddedAws start() {
    return new EmbeddedAws(Templates.APPLICATION);
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return dynamoDb.client();
  }

  @Override
  public S3Client s3() {
    return s3.client();
  }

  @Override
  public synchronized List<StreamRecord> streamed() {
    stream.read().forEach(batch -> streamed.addAll(batch.records()));
    return List.copyOf(streamed);
  }

  @Override
  public List<Delivery> delivered(String queue) {
    return queues.byName(queue).messages().stream().map(EmbeddedAws::delivery).toList();
  }

  private static Delivery delivery(QueuedMessage message) {
    Map<String, String> attributes = new HashMap<>();
    message.attributes().forEach((name, attribute) -> attributes.put(name, attribute.value()));
    return new Delivery(message.body(), attributes);
  }
}
