package clientportal.delivery;

import java.util.Locale;

/** What can become of a mail; of each the first time counts. */
public enum MailStep {
  /** SES has it from us. */
  HANDED_OVER,
  /** SES has begun to send it. */
  SENT,
  /** The recipient's server was busy, and SES tries again. */
  DELAYED,
  /** The recipient's server has accepted it. */
  DELIVERED,
  /** SES tries no more; it can also be a holiday reply to a mail that has arrived. */
  SOFT_BOUNCED,
  /** The recipient's server refused it for good, or the address is known to be dead. */
  BOUNCED,
  /** The recipient reported it as unwanted. */
  COMPLAINED,
  /** SES did not send it. */
  REJECTED;

  /** Returns the attribute of the item of a mail that has the first time. */
  String attribute() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
