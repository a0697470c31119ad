package clientportal.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Lambda's runtime API for one invocation: hands out one event, takes what the function answers,
 * and lets it wait for a second event until it is stopped. With SnapStart the function first asks
 * to be restored, and waits until it is: until then it is as in its snapshot.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean handedOut = new AtomicBoolean();
  private final CountDownLatch restored = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Long> snapshot = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final String event;
  private final LongSupplier classes;
  private volatile long handedOutAt;

  /**
   * What a function answered.
   *
   * @param classes how many it had loaded when it did
   * @param time since it was restored or, without a snapshot, since it took the event
   */
  record Answer(String body, long classes, Duration time) {}

  RuntimeApi(String event, LongSupplier classes) throws IOException {
    this.event = event;
    this.classes = classes;
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(VERSION, this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has it. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns how many classes are loaded at the snapshot. */
  CompletableFuture<Long> snapshot() {
    return snapshot;
  }

  /** Lets the function go on as if from its snapshot. */
  void restore() {
    handedOutAt = System.nanoTime();
    restored.countDown();
  }

  /** What was answered; fails with what the runtime client reports as an error. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  void fail(Throwable failure) {
    snapshot.completeExceptionally(failure);
    answer.completeExceptionally(failure);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(VERSION.length());
      switch (path) {
        case "restore/next" -> restoreNext(exchange);
        case "invocation/next" -> next(exchange);
        default -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (path.endsWith("/response")) {
            Duration time = Duration.ofNanos(System.nanoTime() - handedOutAt);
            answer.complete(new Answer(body, classes.getAsLong(), time));
          } else {
            fail(new AssertionError(path + ": " + body));
          }
          exchange.sendResponseHeaders(202, -1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void restoreNext(HttpExchange exchange) throws IOException, InterruptedException {
    snapshot.complete(classes.getAsLong());
    restored.await();
    exchange.sendResponseHeaders(200, -1);
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    if (handedOut.getAndSet(true)) {
      closed.await();
      return;
    }
    byte[] body = event.getBytes(StandardCharsets.UTF_8);
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-central-1:000000000000:function:packaged:live");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
    if (handedOutAt == 0) {
      handedOutAt = System.nanoTime();
    }
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    closed.countDown();
    restored.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
