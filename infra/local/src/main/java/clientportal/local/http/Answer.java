package clientportal.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer of the HTTP API, written by a function or by the gateway. */
final class Answer {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  Answer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer that the gateway itself writes. */
  static Answer message(int status, String message) {
    return new Answer(
        status,
        Map.of("Content-Type", List.of("application/json")),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  Answer with(String header, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(value));
    return new Answer(status, more, body);
  }

  /** A function's answer in payload format 2.0; output without a status is the body of a 200. */
  static Answer of(byte[] output) throws IOException {
    JsonNode json = MAPPER.readTree(output);
    if (!json.has("statusCode")) {
      return new Answer(200, Map.of("Content-Type", List.of("application/json")), output);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    json.path("headers")
        .properties()
        .forEach(each -> headers.put(each.getKey(), List.of(each.getValue().asText())));
    if (json.has("cookies")) {
      List<String> cookies = new ArrayList<>();
      json.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
      headers.put("Set-Cookie", cookies);
    }
    if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase) && json.has("body")) {
      headers.put("Content-Type", List.of("text/plain;charset=UTF-8"));
    }
    String body = json.path("body").asText("");
    return new Answer(
        json.path("statusCode").asInt(),
        headers,
        json.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  void send(HttpExchange exchange, Map<String, String> more) throws IOException {
    headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    more.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bodiless =
        body.length == 0
            || status == 204
            || status == 304
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
