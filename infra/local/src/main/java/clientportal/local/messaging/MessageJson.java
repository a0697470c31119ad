package clientportal.local.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as JSON, the same over HTTP and in the file. */
final class MessageJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private MessageJson() {}

  static String write(List<Message> messages) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode array = root.putArray("messages");
    messages.forEach(message -> array.add(toJson(message)));
    try {
      return JSON.writeValueAsString(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Message> read(String json) throws IOException {
    List<Message> messages = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json).path("messages")) {
      messages.add(fromJson(node));
    }
    return messages;
  }

  static String time(Instant instant) {
    return MILLIS.format(instant);
  }

  private static ObjectNode toJson(Message message) {
    ObjectNode node = JSON.createObjectNode();
    node.put("channel", message.channel().name().toLowerCase(Locale.ROOT));
    node.put("to", message.to());
    node.put("subject", message.subject());
    node.put("text", message.text());
    node.put("html", message.html());
    ObjectNode headers = node.putObject("headers");
    message.headers().forEach(headers::put);
    node.put("sentAt", time(message.sentAt()));
    return node;
  }

  private static Message fromJson(JsonNode node) {
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new Message(
        Message.Channel.valueOf(node.path("channel").asText().toUpperCase(Locale.ROOT)),
        node.path("to").asText(),
        text(node.path("subject")),
        text(node.path("text")),
        text(node.path("html")),
        headers,
        Instant.parse(node.path("sentAt").asText()));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
