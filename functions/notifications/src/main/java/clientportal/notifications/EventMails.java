package clientportal.notifications;

import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the mails that events cause. An event that is delivered twice is mailed once: the function
 * takes a lease before it sends, and marks the mail as sent afterwards.
 *
 * <p>SES offers no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended; the links of both are valid.
 */
record EventMails(Table table, MailSender mails, Clock clock) {
  /**
   * Sends a mail.
   *
   * @param prepare reads what the mail says; empty if none is to be sent
   * @throws MailRefusedException if SES will never accept the mail
   */
  void send(Supplier<Optional<EventMail>> prepare) {
    start(prepare)
        .ifPresent(started -> {
          mails.send(started.sender(), started.address().value(), started.mail());
          finish(started);
        });
  }

  /** Sends a mail with tags; one that SES refuses is reported and counts as sent. */
  void send(Supplier<Optional<EventMail>> prepare, Map<String, String> tags, Runnable refused) {
    start(prepare)
        .ifPresent(started -> {
          try {
            mails.send(started.sender(), started.address().value(), started.mail(), tags);
          } catch (MailRefusedException _) {
            refused.run();
          }
          finish(started);
        });
  }

  private Optional<EventMail> start(Supplier<Optional<EventMail>> prepare) {
    return Attempts.run(() -> {
      Instant now = clock.instant();
      Optional<EventMail> due = prepare.get().filter(mail -> mail.isDue(now));
      due.ifPresent(mail -> table.write(mail.start(now)));
      return due;
    });
  }

  private void finish(EventMail sent) {
    table.write(List.of(sent.lease().finish()));
  }
}
