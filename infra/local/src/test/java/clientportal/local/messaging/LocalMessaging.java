package clientportal.local.messaging;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.SnsClient;

/** SES, SNS and the outbox on one server, with the SDK's clients for them. */
final class LocalMessaging implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T10:20:30.400Z");
  static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:portal-events";

  /** A message that a topic received. */
  record Published(
      String topicArn,
      String messageId,
      String message,
      Map<String, Map<String, String>> attributes) {}

  final Outbox outbox;
  final SesStandIn sesStandIn;
  final SnsStandIn snsStandIn;
  final List<Map<String, Object>> events = Collections.synchronizedList(new ArrayList<>());
  final List<Published> published = Collections.synchronizedList(new ArrayList<>());
  final URI origin;
  private final HttpServer server;

  LocalMessaging() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    outbox = new Outbox(clock, Optional.empty());
    sesStandIn =
        new SesStandIn(
            new SesSettings(
                "eu-west-1", Set.of("portal.test", "post@firm.example"), Set.of("portal")),
            clock,
            outbox,
            events::add);
    snsStandIn =
        new SnsStandIn(
            Set.of(TOPIC),
            clock,
            outbox,
            (arn, id, message, attributes) ->
                published.add(new Published(arn, id, message, attributes)));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/aws/ses", sesStandIn);
    server.createContext("/", snsStandIn);
    server.createContext("/_local/outbox", new OutboxPages(outbox));
    server.start();
    origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  SesV2Client ses() {
    return ses(Region.EU_WEST_1);
  }

  SesV2Client ses(Region region) {
    return SesV2Client.builder()
        .endpointOverride(origin.resolve("/aws/ses"))
        .region(region)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  SnsClient sns() {
    return SnsClient.builder()
        .endpointOverride(origin)
        .region(Region.EU_WEST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
        .build();
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A good request, but for one change. */
  static SendEmailRequest simple(Consumer<SendEmailRequest.Builder> change) {
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress("hello@portal.test")
            .destination(d -> d.toAddresses("a@client.example"))
            .content(c ->
                c.simple(
                    s -> s.subject(d -> d.data("Subject")).body(b -> b.text(d -> d.data("Text")))));
    change.accept(request);
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }
}
