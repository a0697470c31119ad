package clientportal.notifications.mail;

import clientportal.platform.json.JsonReader;
import java.util.Locale;
import java.util.Optional;

/** Why a mail did not arrive, or why the next one will not. */
public enum BounceReason {
  /** SES refused it, because it cannot be sent to such an address. */
  REFUSED,
  /** The recipient's server refused it for good, now or on an earlier try that SES remembers. */
  BOUNCED,
  /** The recipient reported it as unwanted: SES sends no more mail to the address. */
  UNWANTED,
  /** SES found a virus in it. */
  REJECTED;

  /**
   * Reads an event of SES as EventBridge passes it on; empty if the mail arrived or still may. A
   * bounce that is not permanent can be a holiday reply to a mail that has arrived.
   *
   * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html">the
   *     events</a>
   */
  public static Optional<BounceReason> of(JsonReader event) {
    return Optional.ofNullable(
        switch (event.optionalText("detail-type").orElse("")) {
          case "Email Bounced" -> isPermanent(event) ? BOUNCED : null;
          case "Email Complaint Received" -> UNWANTED;
          case "Email Rejected" -> REJECTED;
          default -> null;
        });
  }

  private static boolean isPermanent(JsonReader event) {
    return event
        .object("detail")
        .object("bounce")
        .optionalText("bounceType")
        .equals(Optional.of("Permanent"));
  }

  /** Tells whether another mail to the address would not arrive, either. */
  public boolean isOfAddress() {
    return this == BOUNCED || this == UNWANTED;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static BounceReason of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
