package clientportal.notifications;

import clientportal.access.ids.EmailAddress;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.Sender;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail that an event causes.
 *
 * @param admitted whether the limits admit it; one that was started before is not counted again
 * @param writes written together with the lease, before the mail is sent
 */
record EventMail(
    MailLease lease,
    Sender sender,
    EmailAddress address,
    Mail mail,
    boolean admitted,
    List<Write> writes) {

  EventMail {
    writes = List.copyOf(writes);
  }

  EventMail(MailLease lease, Sender sender, EmailAddress address, Mail mail) {
    this(lease, sender, address, mail, true, List.of());
  }

  /** Counts the mail against the limit of its mailbox, the first time. */
  EventMail limitedBy(MailLimit limit, Instant now) {
    return lease.isFirst() ? admittedIf(limit.admits(now)).after(limit.count(now)) : this;
  }

  /** Sends the mail only if this is true. */
  EventMail admittedIf(boolean within) {
    return new EventMail(lease, sender, address, mail, admitted && within, writes);
  }

  /** Writes these with the lease. */
  EventMail after(Write... before) {
    List<Write> all = new ArrayList<>(writes);
    all.addAll(List.of(before));
    return new EventMail(lease, sender, address, mail, admitted, all);
  }

  /** Takes the lease, and writes what belongs to the mail. */
  List<Write> start(Instant now) {
    List<Write> all = new ArrayList<>(writes);
    all.add(lease.take(now));
    return all;
  }
}
