package clientportal.local.events;

import java.util.Map;

/**
 * A message in a queue; times are milliseconds of the stack's clock, 0 for one not yet received.
 */
public record QueuedMessage(
    String id,
    String body,
    Map<String, Attribute> attributes,
    long sentAt,
    long visibleAt,
    int received,
    long firstReceivedAt) {

  /** A message attribute: its type and its value as text, Base64 where the type is binary. */
  public record Attribute(String type, String value) {}

  QueuedMessage receivedAt(long now) {
    return new QueuedMessage(
        id, body, attributes, sentAt, now, received + 1, received == 0 ? now : firstReceivedAt);
  }

  QueuedMessage visibleAt(long time) {
    return new QueuedMessage(id, body, attributes, sentAt, time, received, firstReceivedAt);
  }

  /** As it goes back from a dead-letter queue: counted anew. */
  QueuedMessage redriven(long now) {
    return new QueuedMessage(id, body, attributes, sentAt, now, 0, 0);
  }
}
