package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes each event that was written to the table, from what the stream's record says alone. A
 * record that comes again is published again: whoever consumes is idempotent.
 */
final class RelayEvents {
  private final Topic topic;

  RelayEvents(Topic topic) {
    this.topic = topic;
  }

  /**
   * Handles one record of the stream; what is not an event that was inserted is ignored.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">its
   *     fields</a>
   */
  void handle(Map<?, ?> record) {
    Map<?, ?> image = map(map(record.get("dynamodb")).get("NewImage"));
    Optional<String> type = text(image, Event.TYPE);
    if ("INSERT".equals(record.get("eventName")) && type.isPresent()) {
      Key key = new Key(text(image, "PK").orElseThrow(), text(image, "SK").orElseThrow());
      EventMessage.of(key, audience(image)).forEach(message -> topic.publish(type.get(), message));
    }
  }

  private static int audience(Map<?, ?> image) {
    return map(image.get("audience")).get("L") instanceof List<?> list ? list.size() : 0;
  }

  private static Optional<String> text(Map<?, ?> image, String attribute) {
    return Optional.ofNullable((String) map(image.get(attribute)).get("S"));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
