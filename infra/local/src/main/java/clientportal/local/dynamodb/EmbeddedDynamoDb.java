package clientportal.local.dynamodb;

import clientportal.local.http.OwnHost;
import clientportal.local.template.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * DynamoDB Local behind a server of our own, because its server listens on every address of the
 * machine and sends telemetry.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
  private static final Set<String> WRITES =
      Set.of(
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "BatchWriteItem",
          "TransactWriteItems",
          "ExecuteStatement",
          "ExecuteTransaction",
          "BatchExecuteStatement");
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private final LocalDynamoDBRequestHandler requests;
  private final Server server;
  private final URI endpoint;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;
  private final List<Runnable> onWrite = new ArrayList<>();

  private EmbeddedDynamoDb(Optional<Path> folder, Region region, AwsCredentialsProvider credentials)
      throws Exception {
    SQLITE.setLevel(Level.OFF);
    SQLiteLibraryLoader.initialize();
    requests =
        new LocalDynamoDBRequestHandler(
            0, folder.isEmpty(), folder.map(Path::toString).orElse(null), true, false);
    QueuedThreadPool threads = new QueuedThreadPool(40, 4);
    threads.setName("dynamodb");
    threads.setDaemon(true);
    server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new WriteSignal(new LocalDynamoDBServerHandler(requests, null)));
    server.start();
    endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** Starts DynamoDB with the application's tables; without a folder they are kept in memory. */
  public static EmbeddedDynamoDb start(
      Application application, Optional<Path> folder, AwsCredentialsProvider credentials) {
    try {
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      EmbeddedDynamoDb started =
          new EmbeddedDynamoDb(folder, Region.of(application.place().region()), credentials);
      application.tables().forEach(table -> Tables.createIfAbsent(started.client, table));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  /** The endpoint for functions. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client of the tables. */
  public DynamoDbClient client() {
    return client;
  }

  /** A client of the tables' streams. */
  public DynamoDbStreamsClient streams() {
    return streams;
  }

  /** Runs the listener after each call that may have written; streams then need no polling. */
  public void onWrite(Runnable listener) {
    onWrite.add(listener);
  }

  @Override
  public void close() {
    client.close();
    streams.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      requests.shutdown();
    }
  }

  /** Runs the listeners when a write is done. */
  private final class WriteSignal extends Handler.Wrapper {
    WriteSignal(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (!OwnHost.isOwn(request.getHeaders().get("Host"), Request.getLocalPort(request))) {
        Response.writeError(request, response, callback, 421);
        return true;
      }
      String target = request.getHeaders().get("X-Amz-Target");
      boolean write =
          target != null && WRITES.contains(target.substring(target.lastIndexOf('.') + 1));
      boolean handled = super.handle(request, response, callback);
      if (write) {
        onWrite.forEach(Runnable::run);
      }
      return handled;
    }
  }
}
