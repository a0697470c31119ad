package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.PersonByEmail;
import clientportal.access.records.Purpose;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.delivery.DigestAddressee;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
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
 * The mail to a person who forgot the password: a link that sets another. It goes to the address
 * that the person has proved, however it was typed; an address without a sign-in gets no mail.
 */
record PasswordResetMails(Table table, MailLinks links) {
  Optional<EventMail> of(Event event, PasswordResetRequested requested, Instant now) {
    EmailAddress typed = requested.email();
    return PersonByEmail.of(typed, table.read(List.of(TableKeys.email(typed))))
        .flatMap(person -> of(event, requested, person, now));
  }

  private Optional<EventMail> of(
      Event event, PasswordResetRequested requested, PersonId person, Instant now) {
    EmailAddress typed = requested.email();
    Optional<FirstFirm> first = FirstFirm.of(table, person);
    Optional<FirmId> firmId = first.map(FirstFirm::firm);
    Key personKey = TableKeys.person(person);
    Key leaseKey = TableKeys.notified(typed, event.id());
    Key sentKey = TableKeys.sentToReset(typed);
    Key limitKey = TableKeys.mailLimit(typed);
    List<Key> keys = new ArrayList<>(List.of(personKey, leaseKey, sentKey, limitKey));
    firmId.ifPresent(
        id -> keys.addAll(List.of(TableKeys.firm(id), TableKeys.personSite(person, id))));
    Items items = table.read(keys);
    Optional<Firm> firm = firmId.flatMap(id -> items.at(TableKeys.firm(id)).map(Firm::fromItem));
    Optional<String> slug =
        firm.filter(_ -> first.map(FirstFirm::asReader).orElse(false))
            .map(of -> DigestAddressee.site(person, of.id(), items).orElse(of.slug()));
    return items
        .at(personKey)
        .map(item -> new EmailAddress(item.fields().text("email")))
        .filter(typed::isSameAs)
        .map(proved -> {
          String token = Secrets.token();
          String code = Secrets.code();
          Token reset =
              Token.verification(
                  token,
                  code,
                  requested.browserKeyHash(),
                  new Purpose.ForPasswordReset(person),
                  proved,
                  event.at());
          Optional<MailSite> site = slug.map(at -> MailSite.of(firm.orElseThrow(), at, table));
          String link =
              site.map(at -> links.reset(at.slug(), token))
                  .orElseGet(() -> links.staffReset(token));
          Sender sender =
              site.map(MailSite::sender).or(() -> firm.map(Sender::of)).orElse(Sender.PORTAL);
          MailLease lease = MailLease.of(leaseKey, items, event.keptUntil());
          Mail mail =
              Mails.in(FirstFirm.language(firm))
                  .passwordReset(
                      Reader.UNKNOWN, new VerificationMail(sender.letterhead(), link, code));
          return new EventMail(lease, sender, proved, mail)
              .limitedBy(MailLimit.of(limitKey, items), now)
              .after(reset.create(), ValidTokens.of(sentKey, items).add(reset));
        });
  }
}
