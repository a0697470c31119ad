package clientportal.notifications;

import clientportal.access.keys.TableKeys;
import clientportal.delivery.DigestWindow;
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
 * Sends the digests that are due, each once: the function takes a lease before it sends a digest,
 * and marks it as sent afterwards. A digest that failed is tried again when its lease ends, each
 * time later; one that was refused, or failed too often, is marked as failed.
 *
 * <p>SES offers no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended.
 */
record SendDueDigests(Table table, MailSender mails, MailLinks links, Clock clock) {
  /**
   * Sends what is due.
   *
   * @param timeLeft whether there is time for one more
   */
  DueItems.Round handle(BooleanSupplier timeLeft) {
    return new DueItems(table, clock)
        .work(TableKeys.DIGEST_SHARDS, timeLeft, item -> send(DigestWindow.fromItem(item)));
  }

  private void send(DigestWindow window) {
    Instant now = clock.instant();
    if (window.isTriedTooOften()) {
      table.write(List.of(window.fail("tried too often").replace()));
      return;
    }
    DigestWindow taken = window.take(now);
    if (!table.tryWrite(List.of(taken.replace()))) {
      return;
    }
    try {
      new DigestContents(table, links)
          .of(taken, now)
          .ifPresent(to ->
              mails.send(
                  to.sender(),
                  to.address().value(),
                  Mails.in(to.language()).digest(to.reader(), to.digest())));
    } catch (MailRefusedException refused) {
      table.write(List.of(taken.fail(refused.reason()).replace()));
      throw refused;
    }
    table.write(List.of(taken.finish().replace()));
  }
}
