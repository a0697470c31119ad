package clientportal.notifications;

import clientportal.access.ids.EmailAddress;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.Sender;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail that an event causes.
 *
 * @param limit of the address; empty if the firm's staff caused the mail
 * @param writes written together with the lease, before the mail is sent
 */
record EventMail(
    MailLease lease,
    Sender sender,
    EmailAddress address,
    Mail mail,
    Optional<MailLimit> limit,
    List<Write> writes) {

  EventMail {
    writes = List.copyOf(writes);
  }

  EventMail(MailLease lease, Sender sender, EmailAddress address, Mail mail) {
    this(lease, sender, address, mail, Optional.empty(), List.of());
  }

  EventMail limitedBy(MailLimit of) {
    return new EventMail(lease, sender, address, mail, Optional.of(of), writes);
  }

  EventMail after(Write... before) {
    return new EventMail(lease, sender, address, mail, limit, List.of(before));
  }

  /** Tells whether the mail is still to be sent, and the address may be sent one more. */
  boolean isDue(Instant now) {
    return !lease.done()
        && (!lease.isFirst() || limit.map(mails -> mails.admits(now)).orElse(true));
  }

  /** Takes the lease and, the first time, counts the mail. */
  List<Write> start(Instant now) {
    List<Write> all = new ArrayList<>(writes);
    all.add(lease.take(now));
    limit.filter(_ -> lease.isFirst()).map(mails -> mails.count(now)).ifPresent(all::add);
    return all;
  }
}
