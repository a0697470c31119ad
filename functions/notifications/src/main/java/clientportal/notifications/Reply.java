package clientportal.notifications;

import clientportal.access.ids.EmailAddress;
import clientportal.notifications.mail.Mail;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;

/**
 * A mail that answers what somebody asked for, and what is written before it goes.
 *
 * @param limit of the address; none where the firm's staff caused the mail
 * @param sender in whose name it is sent
 */
record Reply(
    Sending sending,
    Optional<MailLimit> limit,
    String sender,
    EmailAddress address,
    Mail mail,
    List<Write> writes) {

  Reply {
    writes = List.copyOf(writes);
  }
}
