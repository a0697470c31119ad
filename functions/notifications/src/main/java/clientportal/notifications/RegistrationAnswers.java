package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AddressOwners;
import clientportal.access.records.Firm;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.SignInHint;
import clientportal.notifications.mail.VerificationMail;
import clientportal.platform.Secrets;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers a registration: who is in the firm already is told how to sign in, anybody else gets a
 * verification of the address.
 */
record RegistrationAnswers(Table table, MailLinks links) {
  Optional<Reply> to(Event event, RegistrationRequested asked) {
    FirmId firmId = asked.firm();
    EmailAddress email = asked.email().mailbox();
    AddressOwners address = AddressOwners.read(table, firmId, email);
    Key firmKey = TableKeys.firm(firmId);
    Key sendingKey = TableKeys.notified(email, event.id());
    Key sentKey = TableKeys.sentToRegister(email, firmId);
    List<Key> keys = new ArrayList<>(address.keys());
    keys.addAll(
        List.of(firmKey, sendingKey, sentKey, TableKeys.email(email), MailLimit.key(email)));
    Items items = table.read(keys);
    Sending sending = Sending.of(sendingKey, items, event.keptUntil());
    MailLimit limit = MailLimit.of(email, items);
    Optional<Account> known =
        PersonByEmail.of(email, items).flatMap(person -> address.accountOf(person, items));
    return items
        .at(firmKey)
        .map(Firm::fromItem)
        .map(firm ->
            known.isPresent()
                ? known(asked.site(), firm, known.get(), sending, limit)
                : verification(
                    event.at(),
                    asked,
                    firm,
                    email,
                    ValidTokens.of(sentKey, items),
                    sending,
                    limit));
  }

  private Reply known(String site, Firm firm, Account account, Sending sending, MailLimit limit) {
    String link =
        switch (account.holder()) {
          case Holder.Staff _ -> links.staffUrl();
          case Holder.Party _ -> links.site(site);
        };
    return new Reply(
        sending,
        Optional.of(limit),
        firm.name(),
        account.email(),
        Mails.accountExists(new SignInHint(firm.name(), link)),
        List.of());
  }

  private Reply verification(
      Instant askedAt,
      RegistrationRequested asked,
      Firm firm,
      EmailAddress email,
      ValidTokens sent,
      Sending sending,
      MailLimit limit) {
    String token = Secrets.token();
    String code = Secrets.code();
    String site = asked.site();
    Token verification =
        Token.verification(
            token,
            code,
            asked.browserKeyHash(),
            new Purpose.ForRegistration(firm.id(), site, asked.name()),
            email,
            askedAt);
    return new Reply(
        sending,
        Optional.of(limit),
        firm.name(),
        email,
        Mails.verification(
            new VerificationMail(firm.name(), links.verification(site, token), code)),
        List.of(verification.create(), sent.add(verification)));
  }
}
