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
public record Sender(String name, Optional<EmailAddress> replyTo, Optional<FirmId> firm) {
  /** The sender of mails to people who belong to no firm. */
  public static final Sender PORTAL =
      new Sender("Client portal", Optional.empty(), Optional.empty());

  public static Sender of(Firm firm) {
    return new Sender(firm.name(), firm.settings().replyTo(), Optional.of(firm.id()));
  }
}
