package clientportal.local.messaging;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one recipient was sent: a mail, or an SMS, which has neither subject nor HTML. */
public record Message(
    Channel channel,
    String to,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String html,
    Map<String, String> headers,
    Instant sentAt) {

  /** The way that a message took. */
  public enum Channel {
    EMAIL,
    SMS
  }

  public Message {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers)); // in the order sent
  }
}
