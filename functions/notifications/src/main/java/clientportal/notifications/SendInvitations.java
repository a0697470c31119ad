package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.keys.Holder;
import clientportal.access.records.Firm;
import clientportal.access.records.Token;
import clientportal.notifications.mail.BounceReason;
import clientportal.notifications.mail.ClientInvitationMail;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.StaffInvitationMail;
import clientportal.platform.Secrets;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invites people to their accounts, by a mail with a fresh token. It also creates the account of a
 * contact with whom something was shared, if the transaction of the share had no room for it.
 *
 * <p>An event that is delivered twice is mailed once: the function takes a lease before it sends,
 * and marks the event as sent afterwards. SES offers no idempotency, so if the function dies
 * between SES's answer and the mark, a second mail follows once the lease has ended; the links of
 * both are valid.
 */
final class SendInvitations {
  private final Table table;
  private final MailSender mails;
  private final MailLinks links;
  private final Clock clock;
  private final Bounces bounces;
  private final InvitedByShare sharing;

  SendInvitations(Table table, MailSender mails, MailLinks links, Clock clock, Bounces bounces) {
    this.table = table;
    this.bounces = bounces;
    this.sharing = new InvitedByShare(table);
    this.mails = mails;
    this.links = links;
    this.clock = clock;
  }

  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event -> invite(event, event.data(Subscription.Invitations.class), message));
  }

  /** Invites each of whom the event names; one that fails does not keep the others. */
  private void invite(Event event, Subscription.Invitations data, EventMessage message) {
    List<RuntimeException> failures = new ArrayList<>();
    for (Holder holder : InvitedByShare.invited(data, message)) {
      try {
        Attempts.run(() -> start(event, data, holder)).ifPresent(Runnable::run);
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

  /** Takes the lease with a token of its own; returns what is left to do. */
  private Optional<Runnable> start(Event event, Subscription.Invitations data, Holder holder) {
    if (data instanceof Shared) {
      sharing.makeAccount(holder, event.at());
    }
    return Invited.read(table, holder, event.id())
        .filter(invited -> !invited.account().invitedAt().isAfter(event.at()))
        .map(invited -> {
          Instant now = clock.instant();
          String token = Secrets.token();
          Token invitation =
              Token.invitation(token, holder, invited.account().invitedAddress(), now);
          table.write(
              List.of(
                  invited.sending().take(now),
                  invitation.create(),
                  invited.account().withInvitation(invitation.hash()).replace()));
          Mail mail = mail(data, holder, invited.firm(), token);
          return () -> send(invited, mail, InvitationTags.of(holder, event));
        });
  }

  /** Sends the mail; one that SES will never take has bounced before it left. */
  private void send(Invited invited, Mail mail, InvitationTags tags) {
    try {
      mails.send(
          invited.firm().name(), invited.account().invitedAddress().value(), mail, tags.toTags());
    } catch (MailRefusedException refused) {
      bounces.record(tags, BounceReason.REFUSED);
    }
    table.write(List.of(invited.sending().finish()));
  }

  private Mail mail(Subscription.Invitations data, Holder holder, Firm firm, String token) {
    return switch (holder) {
      case Holder.Staff _ ->
          Mails.invitation(new StaffInvitationMail(firm.name(), links.staffInvitation(token)));
      case Holder.Party _ ->
          Mails.invitation(
              new ClientInvitationMail(
                  firm.name(),
                  links.invitation(firm.slug(), token),
                  data instanceof Shared shared ? shared.name() : null));
    };
  }
}
