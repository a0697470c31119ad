package clientportal.local.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The outbox as a page, newest message first; without scripts or content from other sites. */
final class OutboxPage {
  private static final String STYLE = resource("outbox.css");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

  private final Outbox outbox;
  private final String mount;

  OutboxPage(Outbox outbox, String mount) {
    this.outbox = outbox;
    this.mount = mount;
  }

  @Override
  public String toString() {
    List<Message> messages = outbox.messages();
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<meta name=\"color-scheme\" content=\"light dark\">")
        .append("<title>Outbox (")
        .append(messages.size())
        .append(")</title>")
        .append("<style>")
        .append(STYLE)
        .append("</style></head><body><header><h1>Outbox</h1><p>")
        .append(messages.size() == 1 ? "1 message" : messages.size() + " messages")
        .append(", newest first. The clock shows ")
        .append(MessageJson.time(outbox.now()))
        .append("</p>");
    if (messages.isEmpty()) {
      page.append("</header><main><p class=\"none\">Nothing has been sent.</p>");
    } else {
      page.append("<form method=\"post\" action=\"")
          .append(escape(mount))
          .append("/clear\">")
          .append("<button name=\"then\" value=\"page\">Clear</button></form></header><main>");
    }
    for (int i = messages.size() - 1; i >= 0; i--) {
      append(messages.get(i), i == messages.size() - 1, page);
    }
    return page.append("</main></body></html>").toString();
  }

  private void append(Message message, boolean open, StringBuilder page) {
    boolean sms = message.channel() == Message.Channel.SMS;
    page.append(open ? "<details open>" : "<details>")
        .append("<summary><span class=\"channel\">")
        .append(sms ? "SMS" : "Email")
        .append("</span>")
        .append("<span class=\"subject\">")
        .append(title(message))
        .append("</span>")
        .append("<span class=\"to\">")
        .append(escape(message.to()))
        .append("</span>")
        .append("<time>")
        .append(MessageJson.time(message.sentAt()))
        .append("</time></summary>");
    headers(page, message.headers());
    page.append("<div class=\"bodies\">");
    if (message.text() != null) {
      page.append("<section><h2>Text</h2><pre>")
          .append(links(message.text()))
          .append("</pre></section>");
    }
    if (message.html() != null) {
      // A link opens a new tab outside the sandbox, because the portal's pages need scripts.
      String document = "<base target=\"_blank\">" + message.html();
      page.append("<section><h2>HTML</h2><iframe title=\"HTML of this mail\" loading=\"lazy\"")
          .append(" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"")
          .append(escape(document))
          .append("\"></iframe></section>");
    }
    if (sms) {
      reply(message.to(), page);
    }
    page.append("</div></details>");
  }

  /** The button with which the owner of a number stops text messages, or wants them again. */
  private void reply(String phone, StringBuilder page) {
    String text = outbox.hasOptedOut(phone) ? "START" : "STOP";
    page.append("<form method=\"post\" action=\"")
        .append(escape(mount))
        .append("/reply\"><input type=\"hidden\" name=\"phone\" value=\"")
        .append(escape(phone))
        .append("\"><input type=\"hidden\" name=\"then\" value=\"page\">")
        .append("<button name=\"text\" value=\"")
        .append(text)
        .append("\">Reply ")
        .append(text)
        .append("</button></form>");
  }

  private static void headers(StringBuilder page, Map<String, String> headers) {
    if (headers.isEmpty()) {
      return;
    }
    page.append("<dl>");
    headers.forEach((name, value) ->
        page.append("<dt>")
            .append(escape(name))
            .append("</dt><dd>")
            .append(escape(value))
            .append("</dd>"));
    page.append("</dl>");
  }

  private static String title(Message message) {
    String title = message.subject() != null ? message.subject() : message.text();
    return escape(title);
  }

  private static String links(String text) {
    StringBuilder html = new StringBuilder();
    Matcher link = LINK.matcher(text);
    int end = 0;
    while (link.find()) {
      String address = escape(link.group());
      html.append(escape(text.substring(end, link.start())))
          .append("<a target=\"_blank\" rel=\"noopener\" href=\"")
          .append(address)
          .append("\">")
          .append(address)
          .append("</a>");
      end = link.end();
    }
    return html.append(escape(text.substring(end))).toString();
  }

  private static String escape(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream stream = OutboxPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
