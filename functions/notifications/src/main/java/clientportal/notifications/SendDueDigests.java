package clientportal.notifications;

import clientportal.access.keys.TableKeys;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.platform.table.DueItems;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Sends the digests that are due, each once: who sends takes a lease before, and marks the digest
 * after. One that failed comes again when its lease ends, each time later; one that was refused, or
 * failed too often, is given up.
 *
 * <p>SES knows no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended.
 */
final class SendDueDigests {
  private final Table table;
  private final DueItems dueItems;
  private final MailSender mails;
  private final DigestContents contents;
  private final Clock clock;

  SendDueDigests(Table table, MailSender mails, MailLinks links, Clock clock) {
    this.table = table;
    this.dueItems = new DueItems(table, clock);
    this.mails = mails;
    this.contents = new DigestContents(table, links);
    this.clock = clock;
  }

  /**
   * Sends what is due.
   *
   * @param timeLeft whether there is time for one more
   */
  DueItems.Round handle(BooleanSupplier timeLeft) {
    return dueItems.work(
        TableKeys.DIGEST_SHARDS, timeLeft, item -> send(DigestWindow.fromItem(item)));
  }

  private void send(DigestWindow window) {
    Instant now = clock.instant();
    if (window.isTriedTooOften()) {
      table.write(List.of(window.giveUp("tried too often").replace()));
      return;
    }
    DigestWindow taken = window.take(now);
    if (!table.tryWrite(List.of(taken.replace()))) {
      return;
    }
    try {
      contents
          .of(taken, now)
          .ifPresent(to -> mails.send(to.digest().firmName(), to.address().value(), mail(to)));
    } catch (MailRefusedException refused) {
      table.write(List.of(taken.giveUp(refused.reason()).replace()));
      throw refused;
    }
    table.write(List.of(taken.finish().replace()));
  }

  private static Mail mail(DigestContents.Addressed addressed) {
    return Mails.digest(addressed.digest());
  }
}
