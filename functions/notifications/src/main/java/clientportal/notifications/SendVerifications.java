package clientportal.notifications;

import clientportal.access.Event;
import clientportal.access.Firm;
import clientportal.access.Holder;
import clientportal.access.TableKeys;
import clientportal.access.Token;
import clientportal.platform.Secrets;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers an invitation that was presented by a mail to its address, with a fresh token and code.
 * Whether the invitation is any good shows only here: who presents one is told nothing.
 *
 * <p>An event that comes twice is mailed once: who sends holds a lease before, and marks it after.
 * SES knows no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended; the links of both are valid.
 */
final class SendVerifications {
  private final Table table;
  private final MailSender mails;
  private final MailLinks links;
  private final Clock clock;

  SendVerifications(Table table, MailSender mails, MailLinks links, Clock clock) {
    this.table = table;
    this.mails = mails;
    this.links = links;
    this.clock = clock;
  }

  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event ->
            invitation(event)
                .flatMap(invitation -> Attempts.run(() -> start(event, invitation)))
                .ifPresent(Runnable::run));
  }

  /** Returns the invitation that was presented, if it was one and alive. */
  private Optional<Token> invitation(Event event) {
    Key key = TableKeys.token(event.data().text("tokenHash"));
    return table
        .read(List.of(key))
        .at(key)
        .map(Token::fromItem)
        .filter(token -> token.proof().isEmpty() && token.isLive(event.at()));
  }

  /** Takes the lease with a token and a code of its own; returns what is left to do. */
  private Optional<Runnable> start(Event event, Token invitation) {
    Instant now = clock.instant();
    if (!now.isBefore(event.at().plus(Token.VERIFICATION))) {
      return Optional.empty();
    }
    Holder holder = invitation.holder();
    return Invited.read(table, holder, event.id())
        .filter(invited -> invited.account().invitations().contains(invitation.hash()))
        .map(invited -> {
          String token = Secrets.token();
          String code = Secrets.code();
          Token verification =
              Token.verification(
                  token,
                  code,
                  event.data().text("browserKeyHash"),
                  holder,
                  invited.account().invitedAddress(),
                  event.at());
          table.write(
              List.of(
                  invited.sending().take(now),
                  verification.create(),
                  invited.account().withVerification(verification.hash()).replace()));
          Mail mail = mail(invited.firm(), holder, token, code);
          return () -> invited.send(mail, mails, table);
        });
  }

  private Mail mail(Firm firm, Holder holder, String token, String code) {
    String link =
        switch (holder) {
          case Holder.Staff _ -> links.staffVerification(token);
          case Holder.Party _ -> links.verification(firm.slug(), token);
        };
    return Mails.verification(new Verification(firm.name(), link, code));
  }
}
