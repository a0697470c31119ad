package clientportal.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** Prints exceptions of a handler, which the JDK's server does not report, and answers 500. */
public final class Guarded implements HttpHandler {
  private final HttpHandler handler;
  private final PrintStream log;

  public Guarded(HttpHandler handler, PrintStream log) {
    this.handler = handler;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      handler.handle(exchange);
    } catch (RuntimeException | Error e) {
      synchronized (log) {
        log.print(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + ": ");
        e.printStackTrace(log);
      }
      if (exchange.getResponseCode() < 0) {
        Answer.message(500, "Internal Server Error").send(exchange, Map.of());
      }
    }
  }
}
