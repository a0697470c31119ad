package clientportal.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers only requests whose {@code Host} is this machine's. A page from elsewhere could otherwise
 * give its own domain the address 127.0.0.1 and then read the outbox of whoever looks at it (DNS
 * rebinding): the browser takes both for one origin.
 */
public final class OwnHost implements HttpHandler {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

  private final HttpHandler handler;

  public OwnHost(HttpHandler handler) {
    this.handler = handler;
  }

  /** Tells whether a request to a port of this machine names it as the host. */
  public static boolean isOwn(@Nullable String host, int port) {
    return NAMES.stream().map(name -> name + ":" + port).anyMatch(own -> own.equals(host))
        || (port == 80 && Optional.ofNullable(host).filter(NAMES::contains).isPresent());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    int port = exchange.getLocalAddress().getPort();
    if (isOwn(exchange.getRequestHeaders().getFirst("Host"), port)) {
      handler.handle(exchange);
    } else {
      Answer.message(421, "Misdirected Request").send(exchange, Map.of());
    }
  }
}
