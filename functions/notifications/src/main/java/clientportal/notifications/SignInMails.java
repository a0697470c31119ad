package clientportal.notifications;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
import clientportal.notifications.mail.SignInChangedMail;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mail that tells a person that their sign-in was changed. Nothing limits it. */
record SignInMails(Table table, MailLinks links) {
  /**
   * Returns the mail.
   *
   * @param leaseKey of what happened, for this address
   * @param keptUntil how long it is known that it was sent
   */
  EventMail of(
      Key leaseKey,
      EmailAddress email,
      PersonId person,
      SignInChangedMail.Change change,
      Optional<Instant> keptUntil) {
    Optional<FirstFirm> first = FirstFirm.of(table, person);
    List<Key> keys = new ArrayList<>(List.of(leaseKey));
    first.map(FirstFirm::firm).map(TableKeys::firm).ifPresent(keys::add);
    Items items = table.read(keys);
    Optional<Firm> firm =
        first.flatMap(of -> items.at(TableKeys.firm(of.firm()))).map(Firm::fromItem);
    Optional<MailSite> site =
        firm.filter(_ -> first.map(FirstFirm::asReader).orElse(false))
            .map(of -> MailSite.of(of, person, table));
    Sender sender = site.map(MailSite::sender).or(() -> firm.map(Sender::of)).orElse(Sender.PORTAL);
    String page = site.map(MailSite::slug).map(links::site).orElseGet(links::staffUrl);
    return new EventMail(
        MailLease.of(leaseKey, items, keptUntil),
        sender,
        email,
        Mails.in(FirstFirm.language(firm))
            .signInChanged(
                Reader.UNKNOWN, new SignInChangedMail(sender.letterhead(), change, page)));
  }
}
