package clientportal.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The surroundings of a function with SnapStart: credentials at a local address, different ones
 * after the restore, and a front of the table that sees which credentials and which connection each
 * call uses.
 */
final class SnapStartHost implements AutoCloseable {
  private static final String AUTHORIZATION_TOKEN = "lambda-s-own";
  private static final Pattern ACCESS_KEY = Pattern.compile("Credential=(\\w+)/");

  /** Those that belong to a connection. */
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final URI table;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile boolean restored;

  /** A call of the table. */
  record Call(String operation, String accessKey, int connection, boolean afterRestore) {}

  /** The front of a table's endpoint. */
  SnapStartHost(URI table) throws IOException {
    this.table = table;
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext("/credentials", this::handOutCredentials);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** Lambda's variables in place of those with the access key. */
  Map<String, String> environment() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "snap-start",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        address + "/credentials",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        AUTHORIZATION_TOKEN,
        "AWS_ENDPOINT_URL_DYNAMODB",
        address);
  }

  /** Makes the credentials that were handed out before invalid. */
  void restored() {
    restored = true;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  static String accessKey(boolean afterRestore) {
    return afterRestore ? "KEYOFAFTERTHERESTORE" : "KEYOFBEFORETHESNAPSHOT";
  }

  static String secret(boolean afterRestore) {
    return afterRestore ? "secret-of-after-the-restore" : "secret-of-before-the-snapshot";
  }

  static String sessionToken(boolean afterRestore) {
    return afterRestore ? "session-of-after-the-restore" : "session-of-before-the-snapshot";
  }

  private void handOutCredentials(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!AUTHORIZATION_TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] body =
          """
          {"AccessKeyId": "%s", "SecretAccessKey": "%s", "Token": "%s", "Expiration": "%s"}
          """
              .formatted(
                  accessKey(restored),
                  secret(restored),
                  sessionToken(restored),
                  Instant.now().plus(Duration.ofHours(6)))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(call(exchange));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(table)
              .POST(
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
              values.forEach(value -> request.header(name, value));
            }
          });
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Call call(HttpExchange exchange) {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    Matcher key =
        ACCESS_KEY.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    return new Call(
        target.substring(target.indexOf('.') + 1),
        key.find() ? key.group(1) : "",
        exchange.getRemoteAddress().getPort(),
        restored);
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
