package clientportal.notifications;

import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.ids.EventId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.Registration;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.SignInHint;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The mail to a person whose registration staff have resolved; none if the account that it was
 * linked to has been revoked since.
 */
record ResolutionMails(Table table, MailLinks links) {
  Optional<EventMail> of(EventId event, RegistrationResolved resolved) {
    Key key = TableKeys.resolvedRegistration(resolved.firm(), resolved.registration());
    return table
        .read(List.of(key))
        .at(key)
        .map(Registration::fromItem)
        .filter(registration ->
            resolved.linked().map(linked -> isJoined(registration.person(), linked)).orElse(true))
        .map(registration -> mail(event, registration));
  }

  private boolean isJoined(PersonId person, Holder.Party linked) {
    Items items = table.read(Account.keys(linked));
    return items
        .at(TableKeys.account(linked))
        .map(Account::fromItem)
        .filter(account -> account.person().stream().anyMatch(person::equals))
        .filter(account -> account.isPermitted(items))
        .isPresent();
  }

  private EventMail mail(EventId event, Registration registration) {
    Key firmKey = TableKeys.firm(registration.firm());
    Key leaseKey = TableKeys.notified(registration.email(), event);
    Items items = table.read(List.of(firmKey, leaseKey));
    Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
    Reader reader = new Reader(registration.name());
    MailSite site = MailSite.of(firm, registration.site(), table);
    SignInHint hint = new SignInHint(site.letterhead(), links.site(site.slug()));
    Mails mails = Mails.in(firm.settings().language());
    Mail mail =
        registration.resolution().orElseThrow() instanceof Registration.Resolution.Linked
            ? mails.accessReady(reader, hint)
            : mails.registrationDeclined(reader, hint);
    return new EventMail(MailLease.of(leaseKey, items), site.sender(), registration.email(), mail);
  }
}
