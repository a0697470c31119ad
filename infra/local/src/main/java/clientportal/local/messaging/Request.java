package clientportal.local.messaging;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One HTTP request; the path is relative to the handler's mount. */
record Request(String method, String path, Headers headers, String body) {

  static Request of(HttpExchange exchange) throws IOException {
    String mount = exchange.getHttpContext().getPath();
    String path = exchange.getRequestURI().getRawPath();
    String below = path.substring(mount.endsWith("/") ? mount.length() - 1 : mount.length());
    return new Request(
        exchange.getRequestMethod(),
        below,
        exchange.getRequestHeaders(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }
}
