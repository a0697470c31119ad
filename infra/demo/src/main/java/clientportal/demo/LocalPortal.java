package clientportal.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A running local stack as people reach it: the API, Cognito, their mail. */
final class LocalPortal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI stack;
  private Addresses addresses;

  /** The answer of {@code GET /_local}. */
  private record Addresses(
      String cognito,
      String portalClientId,
      String staffClientId,
      String outbox,
      String portal,
      String staff) {
    static final Addresses UNKNOWN = new Addresses("", "", "", "", "", "");
  }

  private LocalPortal(URI stack) {
    this.stack = stack;
    this.addresses = Addresses.UNKNOWN;
  }

  static LocalPortal at(URI stack) throws InterruptedException {
    LocalPortal portal = new LocalPortal(stack);
    try {
      Answer local = portal.expect("GET /_local", portal.request("/_local"));
      portal.addresses =
          new Addresses(
              local.require("cognito"),
              local.require("userPoolClientId"),
              local.require("staffClientId"),
              local.require("outbox"),
              local.require("portalUrl"),
              local.require("staffUrl"));
      return portal;
    } catch (DemoFault | InterruptedException failed) {
      portal.close();
      throw failed;
    }
  }

  URI api() {
    return stack;
  }

  String cognito() {
    return addresses.cognito();
  }

  /** The app client of the portal UI. */
  String portalClientId() {
    return addresses.portalClientId();
  }

  /** The app client of the staff UI, whose tokens everybody may use. */
  String staffClientId() {
    return addresses.staffClientId();
  }

  String outbox() {
    return addresses.outbox();
  }

  /** The address of a site's pages, for clients and contacts. */
  String site(String slug) {
    return addresses.portal() + "/" + slug;
  }

  /** The address of the staff's pages. */
  String staff() {
    return addresses.staff();
  }

  /** Begins a request to the API. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(stack.resolve(path)).timeout(PATIENCE);
  }

  /** Posts to a public route, from an address of the caller's own. */
  Answer post(Visitor visitor, String path, Map<String, ?> body) throws InterruptedException {
    return expect(
        "POST " + path,
        request(path)
            .header("Content-Type", "application/json")
            .header("X-Local-Source-Ip", visitor.sourceIp())
            .POST(json(body)));
  }

  /** Calls Cognito; the answer may be a refusal. */
  Answer cognito(String operation, Map<String, ?> body) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(addresses.cognito()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .POST(json(body)));
  }

  /** Returns the texts of the mails to an address, oldest first. */
  List<String> mails(String email) throws InterruptedException {
    Answer outbox =
        expect(
            "GET /_local/outbox",
            HttpRequest.newBuilder(URI.create(addresses.outbox()))
                .timeout(PATIENCE)
                .header("Accept", "application/json"));
    return StreamSupport.stream(outbox.json().path("messages").spliterator(), false)
        .filter(mail -> mail.path("to").asText().equalsIgnoreCase(email))
        .map(mail -> mail.path("text").asText())
        .toList();
  }

  /** Waits until nothing asynchronous is under way, for as long as the stack itself does. */
  void settle() throws InterruptedException {
    send(
        request("/_local/settle")
            .timeout(PATIENCE.multipliedBy(2))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Uploads a file where and as a declared upload says. */
  void put(JsonNode upload, byte[] bytes) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .timeout(PATIENCE)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    expect("the upload to S3", request);
  }

  /** Sends a request that must succeed. */
  Answer expect(String asked, HttpRequest.Builder request) throws InterruptedException {
    Answer answer = send(request);
    if (!answer.isSuccess()) {
      throw new DemoFault(asked, answer);
    }
    return answer;
  }

  private Answer send(HttpRequest.Builder builder) throws InterruptedException {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return Answer.of(response.statusCode(), response.body());
    } catch (IOException unreachable) {
      throw new DemoFault(
          "no answer from %s (%s)"
              .formatted(
                  request.uri().resolve("/"),
                  unreachable.getMessage() == null
                      ? unreachable.getClass().getSimpleName()
                      : unreachable.getMessage()),
          unreachable);
    }
  }

  static HttpRequest.BodyPublisher json(Map<String, ?> body) {
    try {
      return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
