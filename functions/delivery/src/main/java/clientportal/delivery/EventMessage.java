package clientportal.delivery;

import clientportal.access.events.Event;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The message by which the topic carries an event: its key and, if the audience is large, the part
 * of the audience that the message is for.
 */
public record EventMessage(Key key, Optional<AudiencePart> part) {
  /** The most members of an audience that one message is for. */
  public static final int PART = 25;

  /** Returns the messages of an event: one, or one for each part of a large audience. */
  public static List<EventMessage> of(Key key, int audience) {
    if (audience <= PART) {
      return List.of(new EventMessage(key, Optional.empty()));
    }
    return IntStream.iterate(0, from -> from < audience, from -> from + PART)
        .mapToObj(from -> new AudiencePart(from, Math.min(from + PART, audience)))
        .map(part -> new EventMessage(key, Optional.of(part)))
        .toList();
  }

  public static EventMessage of(JsonReader message) {
    Optional<AudiencePart> part =
        message.has("from")
            ? Optional.of(
                new AudiencePart(
                    Math.toIntExact(message.number("from")), Math.toIntExact(message.number("to"))))
            : Optional.empty();
    return new EventMessage(new Key(message.text("pk"), message.text("sk")), part);
  }

  public String json() {
    JsonObject json = Json.object().with("pk", key.pk()).with("sk", key.sk());
    part.ifPresent(is -> json.with("from", is.from()).with("to", is.to()));
    return Json.write(json);
  }

  /** Reads the event; empty if it has expired, which means that nobody needs it. */
  public Optional<Event> read(Table table) {
    return table.read(List.of(key)).at(key).map(Event::fromItem);
  }
}
