package clientportal.notifications;

import clientportal.access.keys.Holder;
import clientportal.delivery.MailRecord;
import clientportal.delivery.MailStep;
import clientportal.notifications.mail.BounceReason;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * Records what SES reports about mails to clients, contacts and members, and about any mail that it
 * did not arrive. Reports come in any order, late and more than once.
 */
record RecordMailReports(Table table, RecordBounces bounces) {
  /** Handles one event of SES as EventBridge passes it on. */
  void handle(JsonReader event) {
    MailTags.of(event.object("detail").object("mail").object("tags"))
        .ifPresent(tags -> record(tags, event));
  }

  private void record(MailTags tags, JsonReader event) {
    if (tags.holder() instanceof Holder.Reader) {
      step(event).ifPresent(step -> MailRecord.record(tags.mailKey(), step, at(event), table));
    }
    BounceReason.of(event).ifPresent(why -> bounces.record(tags, why, sentAt(event)));
  }

  private static Instant sentAt(JsonReader event) {
    return Instant.parse(event.object("detail").object("mail").text("timestamp"));
  }

  private static Optional<MailStep> step(JsonReader event) {
    return Optional.ofNullable(
        switch (event.optionalText("detail-type").orElse("")) {
          case "Email Sent" -> MailStep.SENT;
          case "Email Delivery Delayed" -> MailStep.DELAYED;
          case "Email Delivered" -> MailStep.DELIVERED;
          case "Email Bounced" ->
              BounceReason.of(event).isPresent() ? MailStep.BOUNCED : MailStep.SOFT_BOUNCED;
          case "Email Complaint Received" -> MailStep.COMPLAINED;
          case "Email Rejected" -> MailStep.REJECTED;
          default -> null;
        });
  }

  /**
   * Returns when it happened: at a time of its own, or when the mail was sent.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">the
   *     objects of events</a>
   */
  private static Instant at(JsonReader event) {
    JsonReader detail = event.object("detail");
    String object =
        switch (event.text("detail-type")) {
          case "Email Delivery Delayed" -> "deliveryDelay";
          case "Email Delivered" -> "delivery";
          case "Email Bounced" -> "bounce";
          case "Email Complaint Received" -> "complaint";
          default -> "mail";
        };
    return Instant.parse(detail.object(object).text("timestamp"));
  }
}
