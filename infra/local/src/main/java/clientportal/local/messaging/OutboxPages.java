package clientportal.local.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Serves the outbox as JSON, or as a page if the caller prefers HTML, clears it, and takes the
 * replies STOP and START to text messages.
 */
public final class OutboxPages implements HttpHandler {
  // Allows styles and pictures of the mails, with logos from this stack's own API, but neither
  // their
  // scripts nor their forms.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https:;"
          + " form-action 'self'";

  private final Outbox outbox;

  public OutboxPages(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(Request.of(exchange), exchange.getHttpContext().getPath())
        .with("Cache-Control", "no-store")
        .send(exchange);
  }

  private Answer answer(Request request, String mount) {
    return switch (request.path()) {
      case "", "/" ->
          switch (request.method()) {
            case "GET", "HEAD" -> list(request, mount);
            default -> Answer.empty(405).with("Allow", "GET, HEAD");
          };
      case "/clear" ->
          switch (request.method()) {
            case "POST" -> clear(request, mount);
            default -> Answer.empty(405).with("Allow", "POST");
          };
      case "/reply" ->
          switch (request.method()) {
            case "POST" -> reply(Form.parse(request.body()), mount);
            default -> Answer.empty(405).with("Allow", "POST");
          };
      default -> Answer.empty(404);
    };
  }

  private Answer list(Request request, String mount) {
    String accept = request.header("Accept").orElse("*/*");
    Answer answer =
        quality(accept, "text/html") > quality(accept, "application/json")
            ? Answer.of(200, "text/html; charset=utf-8", new OutboxPage(outbox, mount).toString())
                .with("Content-Security-Policy", POLICY)
            : Answer.of(200, "application/json", MessageJson.write(outbox.messages()));
    return answer.with("Vary", "Accept");
  }

  private Answer clear(Request request, String mount) {
    outbox.clear();
    return done(Form.parse(request.body()), mount);
  }

  private Answer reply(Form form, String mount) {
    Optional<String> phone = form.text("phone");
    String text = form.text("text").orElse("");
    if (phone.isEmpty() || !(text.equals("STOP") || text.equals("START"))) {
      return Answer.empty(400);
    }
    outbox.reply(phone.get(), text.equals("STOP"));
    return done(form, mount);
  }

  /** The page's buttons get a redirect to the page; every other caller gets 204. */
  private static Answer done(Form form, String mount) {
    return form.text("then").filter("page"::equals).isPresent()
        ? Answer.empty(303).with("Location", mount)
        : Answer.empty(204);
  }

  /** The quality of a type in an {@code Accept} header (RFC 9110, 12.5.1), by its closest range. */
  private static double quality(String accept, String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    double quality = 0;
    int closest = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String name = parts[0].strip();
      int closeness = name.equals(type) ? 3 : name.equals(family) ? 2 : name.equals("*/*") ? 1 : 0;
      if (closeness > closest) {
        closest = closeness;
        quality = quality(parts);
      }
    }
    return quality;
  }

  private static double quality(String[] parts) {
    for (String part : parts) {
      if (part.strip().matches("q=[01](\\.\\d{0,3})?")) {
        return Double.parseDouble(part.strip().substring(2));
      }
    }
    return 1;
  }
}
