package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.VerificationMail;
import clientportal.platform.Secrets;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers an invitation that was presented by a verification of its address. */
record InvitationAnswers(Table table, MailLinks links) {
  /** An invitation that was presented, and whose account it is for. */
  record Presented(Token invitation, Holder holder) {}

  /** Returns the invitation that was presented, if it was one and alive. */
  Optional<Presented> presented(VerificationRequested asked, Instant at) {
    Key key = TableKeys.token(asked.tokenHash());
    return table
        .read(List.of(key))
        .at(key)
        .map(Token::fromItem)
        .filter(token -> token.proof().isEmpty() && token.isLive(at))
        .flatMap(token -> token.holder().map(holder -> new Presented(token, holder)));
  }

  Optional<Reply> to(Event event, VerificationRequested asked, Presented presented) {
    Holder holder = presented.holder();
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key sendingKey = Sending.key(holder, event.id());
    Key limitKey = MailLimit.key(presented.invitation().email());
    Items items = table.read(List.of(accountKey, firmKey, sendingKey, limitKey));
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(Account::isOpen)
        .filter(account -> account.invitations().contains(presented.invitation().hash()))
        .map(account ->
            reply(
                event.at(),
                asked.browserKeyHash(),
                account,
                Firm.fromItem(items.at(firmKey).orElseThrow()),
                Sending.of(sendingKey, items),
                MailLimit.of(presented.invitation().email(), items)));
  }

  private Reply reply(
      Instant askedAt,
      String browserKeyHash,
      Account account,
      Firm firm,
      Sending sending,
      MailLimit limit) {
    String token = Secrets.token();
    String code = Secrets.code();
    Token verification =
        Token.verification(
            token,
            code,
            browserKeyHash,
            new Purpose.ForAccount(account.holder()),
            account.invitedAddress(),
            askedAt);
    String link =
        switch (account.holder()) {
          case Holder.Staff _ -> links.staffVerification(token);
          case Holder.Party _ -> links.verification(firm.slug(), token);
        };
    return new Reply(
        sending,
        Optional.of(limit),
        firm.name(),
        account.invitedAddress(),
        Mails.verification(new VerificationMail(firm.name(), link, code)),
        List.of(verification.create(), account.withVerification(verification.hash()).replace()));
  }
}
