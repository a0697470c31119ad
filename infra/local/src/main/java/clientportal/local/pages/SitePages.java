package clientportal.local.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Serves one side's pages with the rules of {@code infra/pages.yaml}: files below {@code /assets},
 * the addresses of the stack at {@code /config.json}, and at every other path the page that reads
 * the path itself.
 */
public final class SitePages implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ASSETS = "/assets/";

  private final Site site;
  private final PageFiles files;
  private final String policy;

  public SitePages(Site site, PageFiles files) {
    this.site = site;
    this.files = files;
    this.policy = policy(site);
  }

  private static String policy(Site site) {
    String connections =
        site.connections().stream().map(URI::toString).sorted().collect(Collectors.joining(" "));
    return "default-src 'none'; script-src 'self'; style-src 'self';"
        + (" img-src 'self' data: " + site.api() + ";")
        + (" font-src 'self'; connect-src 'self' " + connections + ";")
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> answer(exchange, exchange.getRequestURI().getPath());
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD");
          send(exchange, 405, text("Only GET and HEAD.\n"));
        }
      }
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    Optional<PageFile> found;
    if (path.startsWith(ASSETS)) {
      found = files.read(path.substring(ASSETS.length()));
    } else if (path.equals("/config.json")) {
      found = Optional.of(config());
    } else {
      found = files.read(site.side().folder() + "/index.html");
    }
    if (found.isPresent()) {
      send(exchange, 200, found.get());
    } else {
      send(exchange, 404, text("No such file.\n"));
    }
  }

  private PageFile config() throws IOException {
    Map<String, String> sorted = new TreeMap<>(site.config());
    return new PageFile("application/json", JSON.writeValueAsBytes(sorted));
  }

  private static PageFile text(String text) {
    return new PageFile("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(HttpExchange exchange, int status, PageFile file) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", file.type());
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    // The pages' files have no version in their names.
    headers.set("Cache-Control", "no-cache");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(file.content().length));
      exchange.sendResponseHeaders(status, -1);
    } else if (file.content().length == 0) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, file.content().length);
      exchange.getResponseBody().write(file.content());
    }
  }
}
