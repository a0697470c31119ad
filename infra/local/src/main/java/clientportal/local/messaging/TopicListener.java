package clientportal.local.messaging;

import java.util.Map;

/** Receives each message to a topic before the publisher gets its answer. */
public interface TopicListener {

  /** {@code attributes} map each name to {@code {Type, Value}}; a binary value is in Base64. */
  void published(
      String topicArn,
      String messageId,
      String message,
      Map<String, Map<String, String>> attributes);
}
