package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.delivery.EventMessage;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Key;
import java.util.Optional;

/**
 * Publishes each event that was written to the table, without reading more than the stream's
 * record. A record that is delivered again is published again: the consumers are idempotent.
 */
record RelayEvents(Topic topic) {
  /**
   * Handles one record of the stream; ignores everything but inserted events.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">its
   *     fields</a>
   */
  void handle(JsonReader record) {
    JsonReader image = record.object("dynamodb").object("NewImage");
    Optional<String> type = image.object(Event.TYPE).optionalText("S");
    if (record.text("eventName").equals("INSERT") && type.isPresent()) {
      Key key = new Key(image.object("PK").text("S"), image.object("SK").text("S"));
      EventMessage.of(key, size(image)).forEach(message -> topic.publish(type.get(), message));
    }
  }

  /** Returns the number of people that the consumers of an event look at one by one. */
  private static int size(JsonReader image) {
    return image
        .object(EventData.PARTICIPANTS)
        .optionalText("N")
        .map(Integer::parseInt)
        .orElseGet(() -> image.object("audience").objects("L").size());
  }
}
