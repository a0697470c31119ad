package clientportal.notifications;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of SES about mails, of the shape that EventBridge passes on. */
final class Reports {
  private Reports() {}

  /** A report of a mail with tags; bounces are permanent. */
  static Map<String, Object> of(String detailType, Map<String, String> tags) {
    return of(detailType, "Permanent", tags, Instant.parse("2026-03-01T09:31:00.000Z"));
  }

  static Map<String, Object> of(
      String detailType, String bounceType, Map<String, String> tags, Instant at) {
    Map<String, Object> lists = new HashMap<>();
    lists.put("ses:from-domain", List.of("portal.test"));
    tags.forEach((name, value) -> lists.put(name, List.of(value)));
    Map<String, Object> when = Map.of("timestamp", at.toString());
    return Map.of(
        "source",
        "aws.ses",
        "detail-type",
        detailType,
        "detail",
        Map.of(
            "mail",
            Map.of("tags", lists, "timestamp", at.toString()),
            "delivery",
            when,
            "deliveryDelay",
            when,
            "complaint",
            when,
            "bounce",
            Map.of("bounceType", bounceType, "timestamp", at.toString())));
  }
}
