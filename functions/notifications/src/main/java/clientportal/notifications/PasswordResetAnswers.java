package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.KnownPerson;
import clientportal.access.records.Purpose;
import clientportal.access.records.SentTokens;
import clientportal.access.records.Token;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.VerificationMail;
import clientportal.platform.Secrets;
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
final class PasswordResetAnswers {
  /** In whose name a person of no firm is written to. */
  private static final String PORTAL = "Client portal";

  private final Table table;
  private final MailLinks links;

  PasswordResetAnswers(Table table, MailLinks links) {
    this.table = table;
    this.links = links;
  }

  Optional<Reply> to(Event event, PasswordResetRequested asked) {
    EmailAddress typed = asked.email();
    Key key = TableKeys.email(typed);
    return KnownPerson.of(typed, table.read(List.of(key)))
        .flatMap(person -> to(event, asked, person));
  }

  private Optional<Reply> to(Event event, PasswordResetRequested asked, PersonId person) {
    EmailAddress typed = asked.email();
    Optional<FirmId> asClient = firm(person, TableKeys.PERSON_CLIENT_PREFIX);
    Optional<FirmId> firmId = asClient.or(() -> firm(person, TableKeys.PERSON_STAFF_PREFIX));
    Key self = TableKeys.person(person);
    Key sendingKey = TableKeys.told(typed, event.id());
    Key sentKey = TableKeys.sentToReset(typed);
    List<Key> keys = new ArrayList<>(List.of(self, sendingKey, sentKey, MailLimit.key(typed)));
    firmId.ifPresent(
        id -> keys.addAll(List.of(TableKeys.firm(id), TableKeys.personSite(person, id))));
    Items items = table.read(keys);
    Optional<Firm> firm =
        firmId.flatMap(id -> items.at(TableKeys.firm(id)).map(item -> Firm.fromItem(id, item)));
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
                  new Purpose.OfPasswordReset(person),
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
              List.of(reset.create(), SentTokens.of(sentKey, items).add(reset)));
        });
  }

  /** Returns the first of a person's firms. */
  private Optional<FirmId> firm(PersonId person, String prefix) {
    return table
        .query(
            Query.of(Query.Index.TABLE, TableKeys.personPartition(person), 1)
                .prefix(prefix)
                .consistently())
        .items()
        .stream()
        .findFirst()
        .map(item -> new FirmId(item.key().sk().split("#", -1)[1]));
  }
}
