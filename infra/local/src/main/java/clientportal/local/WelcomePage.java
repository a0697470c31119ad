package clientportal.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page at {@code /}, with links to the other pages; every other path belongs to the API. */
final class WelcomePage implements HttpHandler {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Client portal, local stack</title>
      <style>
        body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto;
               padding: 0 1rem; color: #1d2733 }
        dt { font-weight: 600; margin-top: .8rem } dd { margin: 0 }
        code { background: #f1f4f7; padding: .1rem .3rem; border-radius: .2rem }
      </style>
      <h1>Client portal, local stack</h1>
      <dl>
        <dt><a href="{portalUrl}">Portal</a>, <a href="{staffUrl}">staff</a></dt>
        <dd>The pages of clients and contacts, and those of the firm's staff.</dd>
        <dt><a href="/docs">Reference of the API</a></dt>
        <dd>The API itself begins at <code>{api}/v1</code>;
          <a href="/openapi.yaml">its contract</a>.</dd>
        <dt><a href="/_local/outbox">Outbox</a></dt>
        <dd>Every mail and SMS that was sent, with the codes to sign in.</dd>
        <dt><a href="/_local">Addresses and ids</a></dt>
        <dd>Cognito at <code>{cognito}</code>, S3 at <code>{s3}</code>.</dd>
      </dl>
      </html>
      """;

  private final Map<String, String> description;
  private final HttpHandler others;

  WelcomePage(Map<String, String> description, HttpHandler others) {
    this.description = description;
    this.others = others;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/")
        || !exchange.getRequestMethod().equals("GET")) {
      others.handle(exchange);
      return;
    }
    String filled = PAGE;
    for (String key : List.of("api", "cognito", "s3", "portalUrl", "staffUrl")) {
      filled = filled.replace("{" + key + "}", String.valueOf(description.get(key)));
    }
    byte[] page = filled.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }
}
