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
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.VerificationMail;
import clientportal.platform.Secrets;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers who forgot a password by a link that sets another. It goes to the address that the person
 * has proved, however it was typed; whoever has no sign-in gets nothing.
 */
record PasswordResetAnswers(Table table, MailLinks links) {
  /** In whose name a person of no firm is written to. */
  private static final String PORTAL = "Client portal";

  Optional<Reply> to(Event event, PasswordResetRequested asked) {
    EmailAddress typed = asked.email();
    Key key = TableKeys.email(typed);
    return PersonByEmail.of(typed, table.read(List.of(key)))
        .flatMap(person -> to(event, asked, person));
  }

  private Optional<Reply> to(Event event, PasswordResetRequested asked, PersonId person) {
    EmailAddress typed = asked.email();
    Optional<FirmId> asClient =
        first(person, TableKeys.PERSON_CLIENT_PREFIX)
            .map(key -> TableKeys.clientOfPerson(key).firm());
    Optional<FirmId> firmId =
        asClient.or(
            () -> first(person, TableKeys.PERSON_STAFF_PREFIX).map(TableKeys::firmOfPerson));
    Key self = TableKeys.person(person);
    Key sendingKey = TableKeys.notified(typed, event.id());
    Key sentKey = TableKeys.sentToReset(typed);
    List<Key> keys = new ArrayList<>(List.of(self, sendingKey, sentKey, MailLimit.key(typed)));
    firmId.ifPresent(
        id -> keys.addAll(List.of(TableKeys.firm(id), TableKeys.personSite(person, id))));
    Items items = table.read(keys);
    Optional<Firm> firm = firmId.flatMap(id -> items.at(TableKeys.firm(id)).map(Firm::fromItem));
    Optional<String> site =
        asClient.isPresent()
            ? firm.map(of -> PersonSite.of(person, of.id(), items).orElse(of.slug()))
            : Optional.empty();
    return items
        .at(self)
        .map(item -> new EmailAddress(item.fields().text("email")))
        .filter(typed::isSameAs)
        .map(proved -> {
          String token = Secrets.token();
          String code = Secrets.code();
          Token reset =
              Token.verification(
                  token,
                  code,
                  asked.browserKeyHash(),
                  new Purpose.ForPasswordReset(person),
                  proved,
                  event.at());
          String link =
              site.map(slug -> links.reset(slug, token)).orElseGet(() -> links.staffReset(token));
          String sender = firm.map(Firm::name).orElse(PORTAL);
          return new Reply(
              Sending.of(sendingKey, items, event.keptUntil()),
              Optional.of(MailLimit.of(typed, items)),
              sender,
              proved,
              Mails.passwordReset(new VerificationMail(sender, link, code)),
              List.of(reset.create(), ValidTokens.of(sentKey, items).add(reset)));
        });
  }

  /** Returns the first of the keys that name a person's clients or firms. */
  private Optional<Key> first(PersonId person, String prefix) {
    return table
        .query(
            Query.of(Query.Index.TABLE, TableKeys.personPartition(person))
                .prefix(prefix)
                .consistently()
                .limit(1))
        .items()
        .stream()
        .findFirst()
        .map(Item::key);
  }
}
