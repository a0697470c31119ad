package clientportal.local.messaging;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail or SMS that was sent to one address; an SMS has neither subject nor HTML. */
public record Message(
    Channel channel,
    String to,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String html,
    Map<String, String> headers,
    Instant sentAt) {

  /** How a message was sent. */
  public enum Channel {
    EMAIL,
    SMS
  }

  public Message {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers)); // in the order sent
  }
}
