package clientportal.notifications;

import clientportal.access.ids.EventId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.delivery.DigestTimes;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.DigestWindow.Text;
import clientportal.delivery.MailRecord;
import clientportal.delivery.MailStep;
import clientportal.notifications.DigestContents.Addressed;
import clientportal.notifications.DigestContents.Contents;
import clientportal.notifications.DigestContents.TextMessage;
import clientportal.notifications.mail.DigestMail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.platform.table.DueItems;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sends the digests that are due, each once, as a text message, a mail or both: the function takes
 * a lease before it sends a digest, and marks it as sent afterwards. A digest that failed is tried
 * again when its lease ends, each time later; one that was refused, or failed too often, is marked
 * as failed. One to a client or contact that became due in quiet time, or for which there is no
 * room on this day, is put off: what counts is what the firm wants when the digest would go.
 *
 * <p>SES and SNS offer no idempotency, so if the function dies between their answer and the mark, a
 * second message follows once the lease has ended.
 */
record SendDueDigests(
    Table table, MailSender mails, TextSender texts, MailLinks links, Clock clock) {
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
      DigestWindow failed = window.fail("tried too often");
      table.write(writes(failed, Optional.of(MailStep.REJECTED), List.of()));
      return;
    }
    DigestWindow taken = window.take(now);
    if (!table.tryWrite(List.of(taken.replace()))) {
      return;
    }
    Contents contents = new DigestContents(table, links).of(taken, now);
    if (contents.addressed().isEmpty()) {
      end(taken.finish(), Optional.empty(), contents);
      return;
    }
    Addressed to = contents.addressed().get();
    Instant when = new DigestTimes(table).ofTaken(taken, to.settings(), now);
    if (when.isAfter(now)) {
      table.write(List.of(taken.putOff(window, when).replace()));
      return;
    }
    DigestWindow texted = sendText(taken, to);
    Optional<DigestMail> digest = to.digest(texted.text() == Text.SENT);
    try {
      digest.ifPresent(mail -> sendMail(texted, to, mail));
    } catch (MailRefusedException refused) {
      end(texted.fail(refused.reason()), Optional.of(MailStep.REJECTED), contents);
      throw refused;
    }
    end(texted.finish(), digest.map(_ -> MailStep.HANDED_OVER), contents);
  }

  private void end(DigestWindow ended, Optional<MailStep> step, Contents contents) {
    List<Write> writes = new ArrayList<>(contents.settled());
    writes.addAll(writes(ended, step, contents.leftOut()));
    table.write(writes);
  }

  private List<Write> writes(DigestWindow ended, Optional<MailStep> step, List<EventId> leftOut) {
    return ended.addressee() instanceof Holder.Reader to
        ? List.of(ended.replace(), MailRecord.ended(to, ended, step, leftOut, clock.instant()))
        : List.of(ended.replace());
  }

  /** Sends the text message, unless there is none or its fate was decided in an earlier try. */
  private DigestWindow sendText(DigestWindow window, Addressed to) {
    if (to.text().isEmpty() || window.text() != Text.NONE) {
      return window;
    }
    DigestWindow after = window.withText(outcome(window, to.text().get()));
    table.write(List.of(after.replace()));
    return after;
  }

  /** The last try does without the text message, so that the mail is sent. */
  private Text outcome(DigestWindow window, TextMessage message) {
    if (window.isLastTry()) {
      return Text.REFUSED;
    }
    try {
      texts.send(message.phone(), message.text());
      return Text.SENT;
    } catch (TextRefusedException _) {
      return Text.REFUSED;
    }
  }

  private void sendMail(DigestWindow window, Addressed to, DigestMail digest) {
    mails.send(
        to.sender(),
        to.address().value(),
        Mails.in(to.language()).digest(to.reader(), digest),
        window.addressee() instanceof Holder.Reader ? MailTags.of(window).toTags() : Map.of());
  }
}
