package clientportal.notifications.mail;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.records.Firm;
import java.util.Optional;

/**
 * In whose name a mail is sent; the address that it comes from is always the portal's.
 *
 * @param replyTo where answers go; the portal's own mailbox is read by nobody
 * @param firm to which the mail is attributed; empty for the portal's own
 */
public record Sender(Letterhead letterhead, Optional<EmailAddress> replyTo, Optional<FirmId> firm) {
  /** The sender of mails to people who belong to no firm. */
  public static final Sender PORTAL =
      new Sender(Letterhead.of("Client portal"), Optional.empty(), Optional.empty());

  /** Returns the sender of mails to the staff of a firm. */
  public static Sender of(Firm firm) {
    return of(firm, Letterhead.of(firm.name()));
  }

  /** Returns the sender of mails that a firm writes under another name, such as that of a site. */
  public static Sender of(Firm firm, Letterhead letterhead) {
    return new Sender(letterhead, firm.settings().replyTo(), Optional.of(firm.id()));
  }

  String name() {
    return letterhead.name();
  }
}
