package clientportal.notifications;

import clientportal.access.keys.Holder;
import clientportal.delivery.MailRecord;
import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends the mails that events cause. An event that is delivered twice is mailed once: the function
 * takes a lease before it sends, and marks the mail as sent afterwards.
 *
 * <p>SES offers no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended; the links of both are valid.
 */
record EventMails(Table table, MailSender mails, Clock clock) {
  /** What became of a mail. */
  enum Outcome {
    SENT,
    /** The limits do not admit it; it is not tried again. */
    HELD_BACK,
    /** There is none, or it was sent before. */
    NONE
  }

  /**
   * Sends a mail.
   *
   * @param prepare reads what the mail says; empty if none is to be sent
   * @throws MailRefusedException if SES will never accept the mail
   */
  void send(Supplier<Optional<EventMail>> prepare) {
    start(prepare)
        .filter(EventMail::admitted)
        .ifPresent(started -> {
          mails.send(started.sender(), started.address().value(), started.mail());
          finish(started);
        });
  }

  /**
   * Sends a mail; one that SES refuses counts as sent.
   *
   * @param tags of a mail of which it is recorded what becomes of it
   * @param refused what is to be done if SES will never accept the mail
   */
  Outcome send(Supplier<Optional<EventMail>> prepare, Optional<MailTags> tags, Runnable refused) {
    Optional<EventMail> open = start(prepare);
    open.filter(EventMail::admitted)
        .ifPresent(started -> {
          try {
            mails.send(
                started.sender(),
                started.address().value(),
                started.mail(),
                tags.map(MailTags::toTags).orElse(Map.of()));
          } catch (MailRefusedException _) {
            refused.run();
            finish(started);
            return;
          }
          finish(started);
          tags.filter(to -> to.holder() instanceof Holder.Reader).ifPresent(this::handedOver);
        });
    return open.map(mail -> mail.admitted() ? Outcome.SENT : Outcome.HELD_BACK)
        .orElse(Outcome.NONE);
  }

  /** After the mark, so that a crash sends no second mail: SES reports the same. */
  private void handedOver(MailTags tags) {
    table.write(List.of(MailRecord.handedOver(tags.mailKey(), clock.instant())));
  }

  /** Returns the mail, if it was not sent before, and starts it, if it is admitted. */
  private Optional<EventMail> start(Supplier<Optional<EventMail>> prepare) {
    return Attempts.run(() -> {
      Optional<EventMail> open = prepare.get().filter(mail -> !mail.lease().done());
      open.filter(EventMail::admitted).ifPresent(mail -> table.write(mail.start(clock.instant())));
      return open;
    });
  }

  /**
   * Mails each addressee of an event; a failure for one does not keep the others from their mail.
   */
  static <T> void each(List<T> addressees, Consumer<T> send) {
    List<RuntimeException> failures = new ArrayList<>();
    for (T addressee : addressees) {
      try {
        send.accept(addressee);
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  private void finish(EventMail sent) {
    table.write(List.of(sent.lease().finish()));
  }
}
