package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.MailBudgets;
import clientportal.access.records.MailCause;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Sender;
import clientportal.notifications.mail.VerificationMail;
import clientportal.platform.Secrets;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mail to a person who presented an invitation: a verification of the invited address. */
record VerificationMails(Table table, MailLinks links) {
  /** Returns the mail; empty if the token was no invitation or has expired. */
  Optional<EventMail> of(Event event, VerificationRequested requested, Instant now) {
    Key key = TableKeys.token(requested.tokenHash());
    return table
        .read(List.of(key))
        .at(key)
        .map(Token::fromItem)
        .filter(token -> token.proof().isEmpty() && token.isLive(event.at()))
        .flatMap(
            token -> token.holder().flatMap(holder -> of(event, requested, token, holder, now)));
  }

  private Optional<EventMail> of(
      Event event, VerificationRequested requested, Token invitation, Holder holder, Instant now) {
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key leaseKey = TableKeys.notified(holder, event.id());
    Items items = table.read(List.of(accountKey, TableKeys.holder(holder), firmKey, leaseKey));
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(account -> account.isOpen() && account.isPermitted(items))
        .filter(account -> account.invitations().contains(invitation.hash()))
        .map(account -> {
          Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
          EmailAddress address = account.invitedAddress();
          String token = Secrets.token();
          String code = Secrets.code();
          Token verification =
              Token.verification(
                  token,
                  code,
                  requested.browserKeyHash(),
                  new Purpose.ForAccount(holder),
                  address,
                  event.at());
          Optional<MailSite> site = MailSite.of(holder, firm, table);
          Sender sender = site.map(MailSite::sender).orElseGet(() -> Sender.of(firm));
          String link =
              site.map(at -> links.verification(at.slug(), token))
                  .orElseGet(() -> links.staffVerification(token));
          Mail mail =
              Mails.in(firm.settings().language())
                  .verification(
                      Readers.of(holder, items),
                      new VerificationMail(sender.letterhead(), link, code));
          MailLease lease = MailLease.of(leaseKey, items);
          MailBudgets mails = account.mails();
          MailBudgets counted = lease.isFirst() ? mails.count(MailCause.INVITED, now) : mails;
          return new EventMail(lease, sender, address, mail)
              .admittedIf(!lease.isFirst() || mails.admits(MailCause.INVITED, now))
              .after(
                  verification.create(),
                  account.withVerification(verification.hash(), counted).replace());
        });
  }
}
