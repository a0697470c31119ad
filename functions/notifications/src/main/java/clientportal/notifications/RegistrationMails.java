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
import clientportal.access.records.HourlyCount;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
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
 * The mail to an address that was registered: how to sign in, if its person already has an account
 * with the firm, and otherwise a verification of the address.
 *
 * <p>At most 1,000 mails an hour go to addresses that are new to the firm, far more than ordinary
 * use causes. An address that the firm has on file is neither counted nor held back by that: no
 * flood keeps a firm's clients from registering.
 */
record RegistrationMails(Table table, MailLinks links) {
  private static final long MOST_NEW_ADDRESSES = 1_000;

  Optional<EventMail> of(Event event, RegistrationRequested requested, Instant now) {
    FirmId firmId = requested.firm();
    EmailAddress email = requested.email();
    AddressOwners owners = AddressOwners.read(table, firmId, email);
    Key firmKey = TableKeys.firm(firmId);
    Key leaseKey = TableKeys.notified(email, event.id());
    Key sentKey = TableKeys.sentToRegister(email, firmId);
    Key limitKey = TableKeys.mailLimit(email);
    Key newKey = TableKeys.newAddressLimit(requested.site());
    List<Key> keys = new ArrayList<>(owners.keys());
    keys.addAll(List.of(firmKey, leaseKey, sentKey, TableKeys.email(email), limitKey, newKey));
    Items items = table.read(keys);
    MailLease lease = MailLease.of(leaseKey, items, event.keptUntil());
    ValidTokens sent = ValidTokens.of(sentKey, items);
    return items
        .at(firmKey)
        .map(Firm::fromItem)
        .map(firm -> {
          MailSite site = MailSite.of(firm, requested.site(), table);
          return PersonByEmail.of(email, items)
              .flatMap(person -> owners.accountOf(person, items))
              .map(account ->
                  accountExists(Readers.of(account.holder(), items), site, firm, account, lease))
              .orElseGet(() -> verification(event.at(), requested, site, firm, sent, lease))
              .limitedBy(MailLimit.of(limitKey, items), now);
        })
        .map(mail ->
            owners.holders().isEmpty() && mail.admitted() && lease.isFirst()
                ? mail.admittedIf(
                    new HourlyCount(table).add(newKey, items, now) <= MOST_NEW_ADDRESSES)
                : mail);
  }

  private EventMail accountExists(
      Reader reader, MailSite site, Firm firm, Account account, MailLease lease) {
    SignInHint hint =
        switch (account.holder()) {
          case Holder.Staff _ -> new SignInHint(Letterhead.of(firm.name()), links.staffUrl());
          case Holder.Party _, Holder.Member _ ->
              new SignInHint(site.letterhead(), links.site(site.slug()));
        };
    Mail mail = Mails.in(firm.settings().language()).accountExists(reader, hint);
    return new EventMail(lease, Sender.of(firm, hint.from()), account.email(), mail);
  }

  private EventMail verification(
      Instant requestedAt,
      RegistrationRequested requested,
      MailSite site,
      Firm firm,
      ValidTokens sent,
      MailLease lease) {
    String token = Secrets.token();
    String code = Secrets.code();
    Token verification =
        Token.verification(
            token,
            code,
            requested.browserKeyHash(),
            new Purpose.ForRegistration(firm.id(), requested.site(), requested.name()),
            requested.email(),
            requestedAt);
    String link = links.verification(site.slug(), token);
    Mail mail =
        Mails.in(firm.settings().language())
            .verification(Reader.UNKNOWN, new VerificationMail(site.letterhead(), link, code));
    return new EventMail(lease, site.sender(), requested.email(), mail)
        .after(verification.create(), sent.add(verification));
  }
}
