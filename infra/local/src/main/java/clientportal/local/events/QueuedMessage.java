package clientportal.local.events;

import java.util.Map;

/** A message in a queue. Times are milliseconds by the stack's clock; 0 means not yet received. */
public record QueuedMessage(
    String id,
    String body,
    Map<String, Attribute> attributes,
    long sentAt,
    long visibleAt,
    int received,
    long firstReceivedAt) {

  /** A message attribute; a value of binary type is in Base64. */
  public record Attribute(String type, String value) {}

  QueuedMessage receivedAt(long now) {
    return new QueuedMessage(
        id, body, attributes, sentAt, now, received + 1, received == 0 ? now : firstReceivedAt);
  }

  QueuedMessage visibleAt(long time) {
    return new QueuedMessage(id, body, attributes, sentAt, time, received, firstReceivedAt);
  }

  /** Returns the message as it leaves a dead-letter queue, with its receive count reset. */
  QueuedMessage redriven(long now) {
    return new QueuedMessage(id, body, attributes, sentAt, now, 0, 0);
  }
}
