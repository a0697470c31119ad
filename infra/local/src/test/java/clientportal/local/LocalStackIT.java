package clientportal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.local.events.QueuedMessage;
import clientportal.local.fixture.Fixture;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LocalStackIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void localPage_listsAllAddresses() throws Exception {
    JsonNode page = MAPPER.readTree(Fixture.send(Fixture.request("/_local")).body());

    String api = Fixture.stack().api().toString();
    assertThat(page.path("api").asText()).isEqualTo(api).startsWith("http://127.0.0.1:");
    assertThat(page.path("cognito").asText()).isEqualTo(api + "/_aws/cognito/");
    assertThat(page.path("outbox").asText()).isEqualTo(api + "/_local/outbox");
    assertThat(page.path("s3").asText()).startsWith("http://127.0.0.1:");
    assertThat(page.path("region").asText()).isEqualTo("eu-central-1");
    assertThat(page.path("userPoolId").asText()).startsWith("eu-central-1_");
    assertThat(page.path("userPoolClientId").asText()).isNotEmpty();
  }

  @Test
  void clock_movesForwardAlone() throws Exception {
    Instant before = Fixture.stack().clock().instant();
    HttpResponse<String> moved = post("/_local/clock", "{\"advance\":\"PT30M\"}");

    assertThat(moved.statusCode()).isEqualTo(200);
    String now = MAPPER.readTree(moved.body()).path("now").asText();
    assertThat(now).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(Instant.parse(now)).isAfterOrEqualTo(before.plusSeconds(30 * 60).minusMillis(1));
    for (String body : new String[] {"{\"advance\":\"-PT1S\"}", "{}", "soon", "[1]"}) {
      assertThat(post("/_local/clock", body).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void settle_answersWhenAllIsDone() throws Exception {
    HttpResponse<String> settled = post("/_local/settle", "");

    assertThat(settled.statusCode()).isEqualTo(200);
    assertThat(settled.body()).isEqualTo("{\"settled\":true}");
  }

  @Test
  void pagesOfThisMachine_readTheAddressesAndTheOutbox_andOthersDoNot() throws Exception {
    for (String path : List.of("/_local", "/_local/outbox", "/_local/settle")) {
      assertThat(allowed(path, "http://localhost:3001", "OPTIONS"))
          .contains("http://localhost:3001");
      assertThat(allowed(path, "http://127.0.0.1:5173", "GET")).contains("http://127.0.0.1:5173");
      assertThat(allowed(path, "https://elsewhere.test", "OPTIONS")).isEmpty();
      assertThat(allowed(path, "https://elsewhere.test", "GET")).isEmpty();
    }
  }

  private static Optional<String> allowed(String path, String origin, String method)
      throws Exception {
    HttpRequest.Builder request =
        Fixture.request(path)
            .method(method, BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST");
    return Fixture.send(request).headers().firstValue("Access-Control-Allow-Origin");
  }

  /** A page whose own domain leads to this machine must not read what is here. */
  @Test
  void everyServer_answersOnlyToItsOwnHost() throws Exception {
    Map<String, String> environment = Fixture.stack().environment();
    Set<String> endpoints = new TreeSet<>();
    endpoints.add(Fixture.stack().api() + "/_local/outbox");
    endpoints.add(Fixture.stack().api() + "/_local");
    endpoints.add(Fixture.stack().api() + "/v1/anything");
    endpoints.add(Fixture.stack().api() + "/");
    endpoints.addAll(pages().values());
    environment.forEach((name, value) -> {
      if (name.startsWith("AWS_ENDPOINT_URL_")) {
        endpoints.add(value);
      }
    });
    assertThat(endpoints.stream().map(each -> URI.create(each).getPort()).distinct()).hasSize(6);

    for (String endpoint : endpoints) {
      URI uri = URI.create(endpoint);
      String own = "127.0.0.1:" + uri.getPort();
      for (String host : List.of("rebound.test:" + uri.getPort(), "rebound.test", "127.0.0.1")) {
        assertThat(statusLine(uri, host)).as(endpoint + " by " + host).contains(" 421 ");
      }
      for (String host : List.of(own, "localhost:" + uri.getPort())) {
        assertThat(statusLine(uri, host)).as(endpoint + " by " + host).doesNotContain(" 421 ");
      }
    }
  }

  private static String statusLine(URI uri, String host) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), uri.getPort())) {
      String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  @Test
  void root_saysWhatIsHere() throws Exception {
    assertThat(Fixture.send(Fixture.request("/")).body()).contains("/_local/outbox");
  }

  @Test
  void everyPort_isOnTheLoopbackAddressAlone() throws Exception {
    for (InetAddress address : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!address.isLoopbackAddress()) {
        for (int port : ports(Fixture.stack())) {
          try (Socket socket = new Socket()) {
            assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 500));
          }
        }
      }
    }
  }

  @Test
  void s3AndThePages_areOnThePortsAfterTheApis_andATakenOneIsReported() throws Exception {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    int port = firstOfFreePorts(here);
    Options options = new Options(Fixture.ROOT, port, Optional.empty(), System.err, line -> {});

    try (LocalStack stack = LocalStack.start(options)) {
      assertThat(ports(stack)).containsExactly(port, port + 1, port + 2, port + 3);
    }
    for (int each = port + 1; each < port + Options.PORTS; each++) {
      try (ServerSocket _ = new ServerSocket(each, 1, here)) {
        assertThatExceptionOfType(StartException.class)
            .isThrownBy(() -> LocalStack.start(options))
            .withMessageContaining("Port " + each + " is taken");
      }
    }
  }

  /** The ports that follow each other, in their order. */
  private static List<Integer> ports(LocalStack stack) {
    Map<String, String> at = stack.describe();
    return Stream.of("api", "s3", "portalUrl", "staffUrl")
        .map(key -> URI.create(String.valueOf(at.get(key))).getPort())
        .toList();
  }

  /** Free ports below those that systems give to outgoing connections, which start at 32768. */
  private static int firstOfFreePorts(InetAddress here) throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (ServerSocket _ = new ServerSocket(port, 1, here);
          ServerSocket _ = new ServerSocket(port + 1, 1, here);
          ServerSocket _ = new ServerSocket(port + 2, 1, here);
          ServerSocket _ = new ServerSocket(port + 3, 1, here)) {
        return port;
      } catch (BindException e) {
        // One of them is taken: others.
      }
    }
  }

  /** The addresses of the two sides' pages, by their keys in {@code /_local}. */
  private static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>(Fixture.stack().describe());
    pages.keySet().retainAll(Set.of("portalUrl", "staffUrl"));
    return pages;
  }

  @Test
  void pages_knowTheAddressesOfTheirStack() throws Exception {
    JsonNode local = MAPPER.readTree(Fixture.send(Fixture.request("/_local")).body());

    for (String page : pages().values()) {
      assertThat(page).startsWith("http://localhost:");
      JsonNode config =
          MAPPER.readTree(
              Fixture.send(HttpRequest.newBuilder(URI.create(page + "/config.json"))).body());
      for (String key :
          List.of("api", "cognito", "region", "userPoolId", "outbox", "portalUrl", "staffUrl")) {
        assertThat(config.path(key)).as(key).isEqualTo(local.path(key));
      }
    }
  }

  @Test
  void anotherAddressOfPages_isKept() throws Exception {
    Options options =
        Options.forTests()
            .withRoot(Fixture.ROOT)
            .withParameter("StaffUrl", "http://localhost:5173");

    try (LocalStack stack = LocalStack.start(options)) {
      assertThat(stack.describe()).containsEntry("staffUrl", "http://localhost:5173");
    }
  }

  @Test
  void start_takenPort_saysWhatToDo() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Options options =
          new Options(Fixture.ROOT, taken.getLocalPort(), Optional.empty(), System.err, line -> {});

      assertThatExceptionOfType(StartException.class)
          .isThrownBy(() -> LocalStack.start(options))
          .withMessageContaining("Port " + taken.getLocalPort() + " is taken")
          .withMessageContaining("--port");
    }
  }

  @Test
  void data_isThereAtTheNextStart_forOneStackAtATime(@TempDir Path folder) throws Exception {
    Options options = Options.forTests().withRoot(Fixture.ROOT).withData(folder);
    Instant shown;
    try (LocalStack first = LocalStack.start(options)) {
      first.clock().advance(Duration.ofHours(5));
      Fixture.put(first, "kept", "work", "kept poison");
      first
          .s3Client()
          .putObject(
              object -> object.bucket(bucket(first)).key("kept").contentType("text/plain"),
              RequestBody.fromString("kept"));
      first
          .outbox()
          .add(
              new Message(
                  Message.Channel.SMS, "+431", null, "kept", null, Map.of(), Instant.EPOCH));
      first.settle();
      shown = first.clock().instant();

      assertThatExceptionOfType(StartException.class)
          .isThrownBy(() -> LocalStack.start(options))
          .withMessageContaining("--data");
    }
    try (LocalStack second = LocalStack.start(options)) {
      second.settle();
      assertThat(second.clock().instant()).isAfterOrEqualTo(shown);
      assertThat(second.queues().byName("WorkDeadLetters").messages())
          .extracting(QueuedMessage::body)
          .containsExactly("kept poison");
      assertThat(
              second
                  .dynamoDbClient()
                  .getItem(item ->
                      item.tableName("fixture-table")
                          .key(
                              Map.of(
                                  "PK", AttributeValue.fromS("kept"),
                                  "SK", AttributeValue.fromS("x"))))
                  .item())
          .containsKey("text");
      assertThat(
              second
                  .s3Client()
                  .getObjectAsBytes(object -> object.bucket(bucket(second)).key("kept"))
                  .asUtf8String())
          .isEqualTo("kept");
      assertThat(second.outbox().messages()).extracting(Message::text).containsExactly("kept");

      // Earlier records of the stream are not read again, later ones are.
      Fixture.put(second, "kept-later", "wrapped", "after the start");
      second.settle();
      assertThat(second.queues().byName("Wrapped").messages()).hasSize(1);
    }
  }

  private static String bucket(LocalStack stack) {
    return stack.application().buckets().getFirst().name();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return Fixture.send(Fixture.request(path).POST(BodyPublishers.ofString(body)));
  }
}
