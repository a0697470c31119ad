package clientportal.local.events;

import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delivers published messages to the queues whose subscription filter matches. */
public final class Topics {
  private final List<Route> routes;
  private final Clock clock;

  private record Route(
      Application.Subscription subscription, EventPattern filter, LocalQueue queue) {}

  public Topics(List<Application.Subscription> subscriptions, Queues queues, Clock clock) {
    this.clock = clock;
    this.routes =
        subscriptions.stream()
            .map(each ->
                new Route(
                    each, EventPattern.of(each.filterPolicy()), queues.byArn(each.queueArn())))
            .toList();
  }

  /** Delivers a message before the publisher gets its answer. */
  public void published(
      String topicArn,
      String messageId,
      String message,
      Map<String, Map<String, String>> attributes) {
    JsonNode values = Json.tree(filterValues(attributes));
    for (Route route : routes) {
      if (route.subscription().topicArn().equals(topicArn) && route.filter().matches(values)) {
        if (route.subscription().raw()) {
          route.queue().send(message, queued(attributes));
        } else {
          route.queue().send(envelope(topicArn, messageId, message, attributes), Map.of());
        }
      }
    }
  }

  /** The values that a filter policy compares: arrays and numbers are parsed. */
  private static Map<String, Object> filterValues(Map<String, Map<String, String>> attributes) {
    Map<String, Object> values = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> values.put(name, value(attribute)));
    return values;
  }

  private static Object value(Map<String, String> attribute) {
    String type = attribute.getOrDefault("Type", "String");
    String value = attribute.getOrDefault("Value", "");
    if (!type.equals("String.Array") && !type.startsWith("Number")) {
      return value;
    }
    try {
      return Json.parse(value.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return value;
    }
  }

  private static Map<String, QueuedMessage.Attribute> queued(
      Map<String, Map<String, String>> attributes) {
    Map<String, QueuedMessage.Attribute> queued = new LinkedHashMap<>();
    attributes.forEach((name, attribute) ->
        queued.put(
            name,
            new QueuedMessage.Attribute(
                attribute.getOrDefault("Type", "String"), attribute.getOrDefault("Value", ""))));
    return queued;
  }

  private String envelope(
      String topicArn,
      String messageId,
      String message,
      Map<String, Map<String, String>> attributes) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("Type", "Notification");
    envelope.put("MessageId", messageId);
    envelope.put("TopicArn", topicArn);
    envelope.put("Message", message);
    envelope.put("Timestamp", clock.instant().toString());
    if (!attributes.isEmpty()) {
      envelope.put("MessageAttributes", attributes);
    }
    return Json.write(envelope);
  }
}
