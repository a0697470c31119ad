package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.records.Token;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers requests that anybody can make, by a mail to the address that the request is about: an
 * invitation that was presented, a registration, a forgotten password; and a registration that
 * staff have resolved. Whether there is anything to answer shows only in the mail, never to the
 * caller. Tokens and codes are made here, each for one mail.
 */
record SendVerifications(Table table, MailSender mails, MailLinks links, Clock clock) {

  /** An address that SES refuses proves nothing and would be refused again: it counts as sent. */
  EventMails.Outcome handle(EventMessage message) {
    return message
        .read(table)
        .map(event ->
            new EventMails(table, mails, clock).send(() -> mail(event), Optional.empty(), () -> {}))
        .orElse(EventMails.Outcome.NONE);
  }

  /** Returns the mail; none for a request whose verification would already have expired. */
  private Optional<EventMail> mail(Event event) {
    Subscription.Verifications data = event.data(Subscription.Verifications.class);
    Instant now = clock.instant();
    boolean expired = !now.isBefore(event.at().plus(Token.VERIFICATION));
    return switch (data) {
      case RegistrationResolved resolved ->
          new ResolutionMails(table, links).of(event.id(), resolved);
      case VerificationRequested _, RegistrationRequested _, PasswordResetRequested _
          when expired ->
          Optional.empty();
      case VerificationRequested requested ->
          new VerificationMails(table, links).of(event, requested, now);
      case RegistrationRequested requested ->
          new RegistrationMails(table, links).of(event, requested, now);
      case PasswordResetRequested requested ->
          new PasswordResetMails(table, links).of(event, requested, now);
    };
  }
}
