package clientportal.local.http;

import clientportal.local.template.Application;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lets pages from this machine, such as the two UIs on their own ports, read the answers. */
public final class CrossOrigin implements HttpHandler {
  private static final ApiCors CORS =
      new ApiCors(
          Optional.of(
              new Application.CorsRule(
                  List.of(), List.of("GET", "POST"), List.of("content-type"), List.of(), 600)));

  private final HttpHandler handler;

  public CrossOrigin(HttpHandler handler) {
    this.handler = handler;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (CORS.isPreflight(exchange)) {
      CORS.preflight(exchange).forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    CORS.headers(exchange).forEach(exchange.getResponseHeaders()::set);
    handler.handle(exchange);
  }
}
