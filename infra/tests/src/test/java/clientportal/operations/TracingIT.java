package clientportal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A function in Lambda's own runtime client, called twice: its calls to AWS carry the trace of the
 * invocation that made them, though no code of ours does it, and its lines name it.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client is Linux's alone")
final class TracingIT {
  private static final List<String> TRACES =
      List.of("1-5bef4de7-ad49b0e87f6ef6c87fc2e700", "1-67891233-abcdef012345678912345678");
  private static final String EVENT =
      """
      {"version": "2.0", "routeKey": "GET /v1/firms/{firmId}", "isBase64Encoded": false, "headers": {},
       "pathParameters": {"firmId": "01kjm5c9e1g3h5j7k9m1n3p5q7"},
       "requestContext": {"requestId": "gateway", "http": {"method": "GET"}, "authorizer": {"jwt": {
         "claims": {"sub": "5ab31d2f-d0c9-4b5f-b2f0-7f0b4b1f9d0e", "token_use": "access", "auth_time": "1772357400"}}}}}
      """;

  private final List<String> carried = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger handedOut = new AtomicInteger();
  private final CountDownLatch answered = new CountDownLatch(TRACES.size());
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void callsToAws_carryTheTraceOfTheirInvocation(@TempDir Path folder) throws Exception {
    HttpServer aws = serve("/", this::answerAsDynamoDb);
    HttpServer lambda = serve("/2018-06-01/runtime/", this::answerAsLambda);
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command(folder)).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", address(lambda),
                "AWS_LAMBDA_FUNCTION_NAME", "portal-GetFirm",
                "AWS_LAMBDA_LOG_FORMAT", "TEXT",
                "_HANDLER", "clientportal.firms.GetFirmHandler",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://" + address(aws),
                "TABLE_NAME", "table"));
    Process function = builder.redirectOutput(output.toFile()).start();
    try {
      var _ = function.onExit().thenRun(() -> TRACES.forEach(_ -> answered.countDown()));
      boolean done = answered.await(60, TimeUnit.SECONDS) && function.isAlive();
      assertThat(done).as(() -> read(output)).isTrue();
    } finally {
      function.destroyForcibly().waitFor();
      ended.countDown();
      aws.stop(0);
      lambda.stop(0);
    }

    assertThat(carried).containsExactly(header(0), header(1));
    List<JsonNode> lines = lines(read(output));
    assertThat(lines).extracting(line -> line.path("trace").asText()).isEqualTo(TRACES);
    assertThat(lines)
        .allSatisfy(line -> {
          assertThat(line.path("status").asInt()).isEqualTo(404);
          assertThat(line.path("RefusalsAcrossFirms").asInt()).isEqualTo(1);
          assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("portal");
        });
  }

  private static String header(int invocation) {
    return "Root=" + TRACES.get(invocation) + ";Parent=53995c3f42cd8ad8;Sampled=1";
  }

  /** Nothing is in the table. */
  private void answerAsDynamoDb(HttpExchange exchange) throws IOException {
    try (exchange) {
      carried.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id")));
      exchange.getRequestBody().readAllBytes();
      byte[] body = "{\"Responses\":{},\"UnprocessedKeys\":{}}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void answerAsLambda(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().endsWith("/next")) {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(202, -1);
        answered.countDown();
        return;
      }
      int invocation = handedOut.getAndIncrement();
      if (invocation >= TRACES.size()) {
        ended.await();
        return;
      }
      byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", "request-" + invocation);
      headers.set("Lambda-Runtime-Deadline-Ms", "4102444800000");
      headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:x:0:function:f:live");
      headers.set("Lambda-Runtime-Trace-Id", header(invocation));
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer serve(String path, com.sun.net.httpserver.HttpHandler handler)
      throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(path, handler);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static List<String> command(Path folder) throws IOException {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path copy = folder.resolve("client.so");
    String name = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
    try (InputStream library = AWSLambda.class.getResourceAsStream(name)) {
      assertThat(library).as(name).isNotNull();
      Files.copy(library, copy);
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + copy,
        "-cp",
        classPath(),
        AWSLambda.class.getName(),
        "clientportal.firms.GetFirmHandler");
  }

  /** A runner may load the tests by a loader of its own. */
  private static String classPath() {
    if (TracingIT.class.getClassLoader() instanceof URLClassLoader loader) {
      return Stream.of(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  /** To Lambda each line is a separate message; on a console no line break is between them. */
  private static List<JsonNode> lines(String output) throws IOException {
    try (MappingIterator<JsonNode> lines =
        new ObjectMapper()
            .readerFor(JsonNode.class)
            .readValues(output.substring(output.indexOf("{\"function")))) {
      return lines.readAll();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
