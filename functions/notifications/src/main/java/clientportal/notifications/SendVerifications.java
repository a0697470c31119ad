package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.records.Token;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers what anybody may ask for by a mail to the address that it is about: an invitation that
 * was presented, a registration, a forgotten password; and a registration that staff have resolved.
 * Whether there is anything to answer shows only here: who asks is told nothing. Tokens and codes
 * are minted here, each for one mail.
 *
 * <p>An event that comes twice is mailed once: who sends holds a lease before, and marks it after.
 * SES knows no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended; the links of both are valid.
 */
final class SendVerifications {
  private final Table table;
  private final MailSender mails;
  private final InvitationAnswers invitations;
  private final RegistrationAnswers registrations;
  private final ResolutionAnswers resolutions;
  private final PasswordResetAnswers passwordResets;
  private final Clock clock;

  SendVerifications(Table table, MailSender mails, MailLinks links, Clock clock) {
    this.table = table;
    this.mails = mails;
    this.invitations = new InvitationAnswers(table, links);
    this.registrations = new RegistrationAnswers(table, links);
    this.resolutions = new ResolutionAnswers(table, links);
    this.passwordResets = new PasswordResetAnswers(table, links);
    this.clock = clock;
  }

  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(
            event -> prepare(event).flatMap(due -> Attempts.run(due::start)).ifPresent(this::send));
  }

  /** Work that is done again from its reads when others wrote meanwhile. */
  @FunctionalInterface
  private interface Due {
    Optional<Reply> start();
  }

  private Optional<Due> prepare(Event event) {
    return switch (event.data(Subscription.Verifications.class)) {
      case VerificationRequested data ->
          invitations
              .presented(data, event.at())
              .map(invitation -> () -> asked(event, () -> invitations.to(event, data, invitation)));
      case RegistrationRequested data ->
          Optional.of(() -> asked(event, () -> registrations.to(event, data)));
      case PasswordResetRequested data ->
          Optional.of(() -> asked(event, () -> passwordResets.to(event, data)));
      case RegistrationResolved data -> Optional.of(() -> start(resolutions.to(event.id(), data)));
    };
  }

  /** A request whose verification would be over is dropped. */
  private Optional<Reply> asked(Event event, Due due) {
    return clock.instant().isBefore(event.at().plus(Token.VERIFICATION))
        ? start(due.start())
        : Optional.empty();
  }

  /** Takes the lease, together with what the mail will say; of too many mails none is started. */
  private Optional<Reply> start(Optional<Reply> due) {
    Instant now = clock.instant();
    return due.filter(reply -> !reply.sending().done())
        .filter(reply ->
            !reply.sending().isFirst()
                || reply.limit().map(limit -> limit.admits(now)).orElse(true))
        .map(reply -> {
          List<Write> writes = new ArrayList<>();
          writes.add(reply.sending().take(now));
          if (reply.sending().isFirst()) {
            reply.limit().map(limit -> limit.count(now)).ifPresent(writes::add);
          }
          writes.addAll(reply.writes());
          table.write(writes);
          return reply;
        });
  }

  private void send(Reply reply) {
    try {
      mails.send(reply.sender(), reply.address().value(), reply.mail());
    } catch (MailRefusedException _) {
      // An address that takes no mail proves nothing; it would be refused again, and who asked is
      // told nothing either way.
    }
    table.write(List.of(reply.sending().finish()));
  }
}
