package clientportal.local;

import clientportal.local.dynamodb.EmbeddedDynamoDb;
import clientportal.local.dynamodb.TableStream;
import clientportal.local.events.Activity;
import clientportal.local.events.AsyncInvoker;
import clientportal.local.events.EventBus;
import clientportal.local.events.Pumps;
import clientportal.local.events.Queues;
import clientportal.local.events.Schedules;
import clientportal.local.events.Settling;
import clientportal.local.functions.CallLog;
import clientportal.local.functions.FunctionFailedException;
import clientportal.local.functions.FunctionHost;
import clientportal.local.functions.Refusals;
import clientportal.local.messaging.Outbox;
import clientportal.local.pages.Side;
import clientportal.local.roles.Roles;
import clientportal.local.s3.EmbeddedS3;
import clientportal.local.template.Application;
import clientportal.local.template.ApplicationReader;
import clientportal.local.template.Place;
import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole application in this JVM, listening on the loopback address only. */
public final class LocalStack implements AutoCloseable {
  /** The email address of the operator whom the stack appoints at start. */
  public static final String OPERATOR = "operator@portal.test";

  /** Far more than it takes where other work keeps the machine busy. */
  private static final Duration LONGEST_SETTLING = Duration.ofMinutes(2);

  static {
    // Read once, by the first server of the JVM. They avoid a delay of 40 ms for each response, and
    // connections that are closed while the next request or the rest of a body is on its way.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.drainAmount", Integer.toString(64 << 20));
  }

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Path template;
  private volatile Application application;
  private final StackClock clock;
  private final Outbox outbox;
  private final Queues queues;
  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedS3 s3;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Roles roles;
  private final FunctionHost functions;
  private final Pumps pumps;
  private final Settling settling;
  private final Addresses addresses;

  private LocalStack(Options options) {
    try {
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      opened(threads::shutdownNow);
      HttpServer server = listen(options.port(), threads);
      // The templates' parameters name these two.
      HttpServer portalPages = listen(options.portalPort(), threads);
      HttpServer staffPages = listen(options.staffPort(), threads);
      options.progress().accept("Reading the templates");
      template = options.root().resolve("template.yaml");
      Map<String, String> parameters =
          LocalParameters.values(Mounts.origin(portalPages), Mounts.origin(staffPages));
      parameters.putAll(options.parameters());
      application = ApplicationReader.read(template, parameters, Place.LOCAL);
      DataFolder data = opened(DataFolder.open(options.data()));
      clock = new StackClock(data.clockOffset());
      Activity activity = new Activity();
      roles = new Roles(application.functions());
      outbox = new Outbox(clock, data.file("outbox.json"));
      queues = new Queues(application.queues(), clock, data.file("queues.json"));
      CompletableFuture<EventBus> bus = new CompletableFuture<>();

      options.progress().accept("Starting DynamoDB and S3");
      CompletableFuture<EmbeddedDynamoDb> table =
          CompletableFuture.supplyAsync(
              () ->
                  EmbeddedDynamoDb.start(
                      application(),
                      data.file("dynamodb"),
                      StaticCredentialsProvider.create(Addresses.CREDENTIALS)),
              task -> Thread.ofPlatform().daemon().start(task));
      opened(() -> table.thenAccept(EmbeddedDynamoDb::close).join());
      s3 =
          opened(
              EmbeddedS3.start(
                  options.s3Port(),
                  application,
                  data.file("s3"),
                  Addresses.CREDENTIALS,
                  clock,
                  activity,
                  roles,
                  event -> bus.join().put(event),
                  event -> bus.join().putLater(event, activity)));
      dynamoDb = table.join();
      // The SDK's client of SNS ignores the path of its endpoint, so SNS needs a port of its own.
      HttpServer snsServer = listen(0, threads);
      addresses =
          new Addresses(
              Mounts.address(server),
              s3.endpoint(),
              dynamoDb.endpoint(),
              Mounts.address(snsServer));

      options.progress().accept("Starting the functions");
      functions = opened(new FunctionHost(application, roles, environment(), clock, options.log()));
      AsyncInvoker invoker = opened(new AsyncInvoker(functions, queues, activity, clock));
      bus.complete(new EventBus(application, queues, functions, invoker, clock));
      pumps = opened(new Pumps(application, functions, queues, dynamoDb, clock, data.folder()));
      Schedules schedules = opened(new Schedules(application, invoker, clock));
      settling = new Settling(activity, queues, pumps, schedules);
      clock.onAdvance(() -> {
        data.saveClockOffset(clock.offset());
        queues.clockMoved();
        schedules.clockMoved();
      });
      Mounts mounts =
          new Mounts(application, addresses, clock, outbox, queues, functions, activity);
      mounts.mountApi(server, this, options.root(), bus.join(), data.file("cognito.json"));
      mounts.mountSns(snsServer);
      mounts.mountPages(portalPages, Side.PORTAL);
      mounts.mountPages(staffPages, Side.STAFF);
      snsServer.start();
      server.start();
      portalPages.start();
      staffPages.start();
      pumps.start();
      schedules.start();
      appointOperator();
      functions.warmUp();
      ready.countDown();
    } catch (RuntimeException | Error e) {
      close(); // frees the ports and the data folder
      throw e;
    }
  }

  /** Starts a stack and returns when it accepts requests. */
  public static LocalStack start(Options options) {
    return new LocalStack(options);
  }

  /**
   * Deploys the same templates again, with other values of parameters, as on a stage that people
   * use. The local stack can change functions, their roles, and the streams that they read.
   */
  public void update(Map<String, String> parameters) throws InterruptedException {
    Map<String, String> values = new HashMap<>();
    application.parameters().forEach((name, value) -> values.put(name, value.toString()));
    values.putAll(parameters);
    Application updated = ApplicationReader.read(template, values, Place.LOCAL);
    if (!updated.withoutFunctions().equals(application.withoutFunctions())) {
      throw new IllegalArgumentException(
          "the local stack can change only functions: " + parameters.keySet());
    }
    roles.update(updated.functions());
    functions.update(updated);
    pumps.update(updated);
    application = updated;
  }

  private void appointOperator() {
    if (functions.find("AppointOperator").isPresent()) {
      try {
        invoke("AppointOperator", "{\"email\":\"" + OPERATOR + "\"}");
      } catch (FunctionFailedException e) {
        System.err.println("The operator could not be appointed: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private HttpServer listen(int port, ExecutorService threads) {
    HttpServer server = Mounts.listen(port, threads);
    opened(() -> stop(server));
    return server;
  }

  /** Stops a server, and starts it first if it has not been: only its own thread frees the port. */
  private static void stop(HttpServer server) {
    try {
      server.start();
    } catch (IllegalStateException _) {
      // It runs.
    }
    server.stop(0);
  }

  /** Remembers a part to close; parts are closed in reverse order. */
  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /** The API's address, without {@code /v1}. */
  public URI api() {
    return addresses.api();
  }

  /** Cognito's API. */
  public URI cognito() {
    return addresses.cognito();
  }

  /** S3's endpoint. */
  public URI s3() {
    return addresses.s3();
  }

  /** Waits until the operator can sign in. */
  void awaitReady() throws InterruptedException {
    ready.await();
  }

  /** The body of {@code GET /_local}. */
  public Map<String, String> describe() {
    return addresses.describe(application);
  }

  /** The application, as the templates describe it. */
  public Application application() {
    return application;
  }

  /** The stack's clock. */
  public StackClock clock() {
    return clock;
  }

  /** Every mail and SMS that was sent. */
  public Outbox outbox() {
    return outbox;
  }

  /** The queues and their messages, including dead-letter queues. */
  public Queues queues() {
    return queues;
  }

  /** A client of the tables. */
  public DynamoDbClient dynamoDbClient() {
    return dynamoDb.client();
  }

  /** Reads the stream of a table from its beginning, beside the functions that consume it. */
  public TableStream stream(Application.Table table) {
    return new TableStream(
        dynamoDb.client(),
        dynamoDb.streams(),
        table.name(),
        table.streamArn(),
        application.place().region(),
        Map.of());
  }

  /** A client of the buckets. */
  public S3Client s3Client() {
    return s3.client();
  }

  /** The calls that functions made to AWS. */
  public CallLog calls() {
    return functions.calls();
  }

  /** The environment variables that every function gets in addition to those of its template. */
  public Map<String, String> environment() {
    return addresses.environment(application.place().region());
  }

  /** Sets the tap of a function, by the last part of its name; it replaces any earlier tap. */
  public void tap(String function, FunctionHost.Tap tap) {
    functions.tap(functions.find(function).orElseThrow(), tap);
  }

  /** Has AWS refuse calls of a function, by the last part of its name; in place of any before. */
  public void refuse(String function, Refusals.Refusal refusal) {
    functions.refusals().set(functions.find(function).orElseThrow().name(), refusal);
  }

  /** The functions' roles, and which of their permissions were used. */
  public Roles roles() {
    return roles;
  }

  /** Invokes a function by the last part of its name and returns its response. */
  public String invoke(String function, String payload)
      throws FunctionFailedException, InterruptedException {
    String name = functions.find(function).map(Application.Function::name).orElse(function);
    byte[] answer = functions.invoke(name, payload.getBytes(StandardCharsets.UTF_8));
    return new String(answer, StandardCharsets.UTF_8);
  }

  /** Waits until no asynchronous work is under way or due. */
  public void settle() throws InterruptedException {
    List<String> underWay = settle(LONGEST_SETTLING);
    if (!underWay.isEmpty()) {
      throw new IllegalStateException("still under way: " + underWay);
    }
  }

  /** Waits at most this long, and returns what is still under way. */
  List<String> settle(Duration most) throws InterruptedException {
    return settling.settle(most);
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e);
      }
    }
  }
}
