package clientportal.local.http;

import clientportal.local.template.Application;
import com.sun.net.httpserver.HttpExchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The API's CORS; every origin on this machine is allowed besides those of the template. */
final class ApiCors {
  private static final Pattern LOOPBACK =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?");

  private final Optional<Application.CorsRule> rule;

  ApiCors(Optional<Application.CorsRule> rule) {
    this.rule = rule;
  }

  /** Returns whether this is a preflight, which the gateway itself answers on every path. */
  boolean isPreflight(HttpExchange exchange) {
    return rule.isPresent()
        && exchange.getRequestMethod().equals("OPTIONS")
        && exchange.getRequestHeaders().containsKey("Origin")
        && exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
  }

  /** The headers of the answer to a preflight; none if the origin is not allowed. */
  Map<String, String> preflight(HttpExchange exchange) {
    Map<String, String> headers = headers(exchange);
    if (!headers.isEmpty()) {
      Application.CorsRule cors = rule.orElseThrow();
      headers.put("Access-Control-Allow-Methods", String.join(",", cors.methods()));
      headers.put("Access-Control-Allow-Headers", String.join(",", cors.headers()));
      headers.put("Access-Control-Max-Age", Integer.toString(cors.maxAge()));
    }
    return headers;
  }

  /** The headers that let a page of another origin read an answer. */
  Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    if (rule.isPresent() && origin != null) {
      Application.CorsRule cors = rule.get();
      if (LOOPBACK.matcher(origin).matches()
          || cors.origins().contains(origin)
          || cors.origins().contains("*")) {
        headers.put("Access-Control-Allow-Origin", origin);
        headers.put("Vary", "Origin");
        if (!cors.exposed().isEmpty()) {
          headers.put("Access-Control-Expose-Headers", String.join(",", cors.exposed()));
        }
      }
    }
    return headers;
  }
}
