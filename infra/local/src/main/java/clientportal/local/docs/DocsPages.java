package clientportal.local.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Serves the contract at {@code /openapi.yaml}, read from disk for each request, and at {@code
 * /docs} a page that shows it.
 */
public final class DocsPages implements HttpHandler {
  /** Neither scripts nor anything of another site. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Path openapi;

  public DocsPages(Path openapi) {
    this.openapi = openapi;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> answer(exchange, exchange.getRequestURI().getPath());
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD");
          send(exchange, 405, "text/plain; charset=utf-8", text("Only GET and HEAD.\n"));
        }
      }
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/docs", "/docs/" ->
          send(exchange, 200, "text/html; charset=utf-8", text(Reference.of(openapi)));
      case "/docs/page.css" -> send(exchange, 200, "text/css; charset=utf-8", own("page.css"));
      case "/openapi.yaml" ->
          send(exchange, 200, "application/yaml; charset=utf-8", Files.readAllBytes(openapi));
      default -> send(exchange, 404, "text/plain; charset=utf-8", text("No such page.\n"));
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-cache");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] own(String name) throws IOException {
    try (InputStream stream = DocsPages.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileNotFoundException(name);
      }
      return stream.readAllBytes();
    }
  }
}
