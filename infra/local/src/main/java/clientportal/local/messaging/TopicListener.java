package clientportal.local.messaging;

import java.util.Map;

/** Receives what is published to a topic, before the publisher gets its answer. */
public interface TopicListener {

  /** {@code attributes}: by name, each {@code {Type, Value}}; a binary value is in Base64. */
  void published(
      String topicArn,
      String messageId,
      String message,
      Map<String, Map<String, String>> attributes);
}
