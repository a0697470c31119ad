package clientportal.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The stack's own endpoints: its addresses, its clock, and waiting until no work is under way. */
final class LocalPages implements HttpHandler {
  static final Duration LONGEST_SETTLING = Duration.ofSeconds(20);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final LocalStack stack;

  LocalPages(LocalStack stack) {
    this.stack = stack;
  }

  /** Answers once the stack is ready: who has the addresses can use all that they name. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      stack.awaitReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      send(exchange, 503, Map.of("message", "The stack is stopping"));
      return;
    }
    switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "GET /_local" -> send(exchange, 200, stack.describe());
      case "GET /_local/clock" -> send(exchange, 200, now(stack.clock().instant()));
      case "POST /_local/clock" -> clock(exchange);
      case "POST /_local/settle" -> settle(exchange);
      default -> send(exchange, 404, Map.of("message", "Not Found"));
    }
  }

  private void clock(HttpExchange exchange) throws IOException {
    Duration advance;
    try {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      advance = Duration.parse(body.path("advance").asText());
    } catch (DateTimeParseException | JacksonException e) {
      send(exchange, 400, Map.of("message", "Expected {\"advance\": \"PT30M\"}, a duration"));
      return;
    }
    if (advance.isNegative()) {
      send(exchange, 400, Map.of("message", "The clock only moves forward"));
      return;
    }
    send(exchange, 200, now(stack.clock().advance(advance)));
  }

  private static Map<String, Object> now(Instant instant) {
    return Map.of("now", TIME.format(instant));
  }

  private void settle(HttpExchange exchange) throws IOException {
    try {
      List<String> underWay = stack.settle(LONGEST_SETTLING);
      if (underWay.isEmpty()) {
        send(exchange, 200, Map.of("settled", true));
      } else {
        send(exchange, 503, Map.of("settled", false, "underWay", underWay));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      send(exchange, 503, Map.of("settled", false, "underWay", List.of("the stack is stopping")));
    }
  }

  private static void send(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
