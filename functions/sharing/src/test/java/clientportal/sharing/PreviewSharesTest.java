package clientportal.sharing;

import static clientportal.sharing.SharedFirm.BEFORE;
import static clientportal.sharing.SharedFirm.NOW;
import static clientportal.sharing.SharedFirm.call;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Firm;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.access.records.SharedDocument;
import clientportal.delivery.DigestWindow;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PreviewSharesTest {
  private static final Recipient.OfClient CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;
  private static final Optional<EmailAddress> EMAIL =
      Optional.of(new EmailAddress("colin@client.test"));

  private final SharedFirm firm = new SharedFirm();
  private final SharingModule module =
      new SharingModule(new Access(firm.firm.table, firm.clock), firm.firm.table, firm.firm.ids);
  private final PreviewFolderSharesHandler handler =
      new PreviewFolderSharesHandler(module.previewFolderShares(), firm.clock);
  private final PreviewDocumentSharesHandler ofDocuments =
      new PreviewDocumentSharesHandler(module.previewDocumentShares(), firm.clock);

  /** Gives a client or contact an account, which has the status that their item says. */
  private Optional<PersonId> account(Recipient.OfClient party, AccountStatus status) {
    Holder.Party holder = new Holder.Party(firm.client, party);
    Account invited = Account.invite(holder, new EmailAddress("somebody@client.test"), BEFORE);
    Optional<PersonId> person =
        status == AccountStatus.ACTIVE ? Optional.of(TestFirm.person()) : Optional.empty();
    Account account =
        switch (status) {
          case INVITED -> invited;
          case ACTIVE -> invited.activate(person.orElseThrow(), BEFORE);
          case BOUNCED -> invited.bounce();
          case REVOKED -> invited.revoke();
          case NONE -> throw new IllegalArgumentException("no account");
        };
    firm.write(Write.put(account.toItem()));
    person.ifPresent(is -> link(party, is));
    return person;
  }

  private void link(Recipient.OfClient party, PersonId person) {
    Key key = TableKeys.link(firm.client, person);
    Optional<Item> before = Optional.ofNullable(firm.firm.table.everything().get(key));
    Capacity capacity = new Capacity(party, "Somebody", true, BEFORE, Optional.empty());
    firm.write(Links.add(firm.client, person, capacity, before).toArray(Write[]::new));
  }

  private Recipient.Contact contact(String name, AccountStatus status) {
    Recipient.Contact contact = firm.contact(name, EMAIL, true, status);
    account(contact, status);
    return contact;
  }

  private Exchange preview(PersonId caller, FolderPath folder, String... shares) {
    return Exchange.of("POST", folder + "/shares/preview")
        .as(caller.value())
        .path("firmId", folder.client().firm())
        .path("clientId", folder.client().client())
        .path("folderId", folder.folder())
        .json("{\"recipients\": [" + String.join(",", shares) + "]}");
  }

  /** Previews a set; whatever comes out, nothing is written. */
  private Exchange.Answer preview(Folder folder, String... shares) {
    return unchanged(preview(firm.sharer, folder.path(), shares));
  }

  private Exchange.Answer unchanged(Exchange exchange) {
    Map<Key, Item> before = firm.firm.table.everything();
    Exchange.Answer answer = exchange.send(handler);
    assertThat(firm.firm.table.everything()).isEqualTo(before);
    return answer;
  }

  private Exchange.Answer preview(SharedDocument document, String... shares) {
    Map<Key, Item> before = firm.firm.table.everything();
    Exchange.Answer answer =
        call("POST", firm.sharer, document.path())
            .json("{\"recipients\": [" + String.join(",", shares) + "]}")
            .send(ofDocuments);
    assertThat(firm.firm.table.everything()).isEqualTo(before);
    return answer;
  }

  /** Returns the names in a list of the answer, each with what a field says. */
  private static List<String> names(Exchange.Answer answer, String list, String field) {
    List<String> names = new ArrayList<>();
    for (Object each : (List<?>) answer.get(list)) {
      Map<?, ?> fields = (Map<?, ?>) each;
      names.add(fields.get("name") + " " + fields.get(field));
    }
    return names;
  }

  private static String until(Recipient recipient, Instant end) {
    return "{\"recipient\": \"%s\", \"access\": \"view\", \"expiresAt\": \"%s\"}"
        .formatted(recipient.text(), end);
  }

  private void settings(long digestMinutes, MailTimes times) {
    Firm.Settings old = Firm.Settings.DEFAULT;
    Firm.Settings settings =
        new Firm.Settings(
            digestMinutes,
            old.selfRegistration(),
            old.timeZone(),
            old.language(),
            old.passwordClasses(),
            old.secondFactor(),
            old.notes(),
            old.replyTo(),
            times,
            old.reminders());
    Firm before = Firm.fromItem(firm.item(TableKeys.firm(firm.firm.id)));
    firm.write(before.withDetails(before.name(), settings).saveDetails());
  }

  @Test
  void whoGainsAccess_isListedWithMailAndTime_andWhoIsNotNotified_withTheReason() {
    account(CLIENT, AccountStatus.ACTIVE);
    Recipient.Contact invited = firm.contact("Ida", EMAIL, true, AccountStatus.NONE);
    Recipient.Contact withoutEmail = firm.contact("Nora", true);
    Recipient.Contact bounced = contact("Bo", AccountStatus.BOUNCED);
    Recipient.Contact revoked = contact("Rex", AccountStatus.REVOKED);

    Exchange.Answer answer =
        preview(
            firm.folder(),
            share(CLIENT, "view"),
            share(invited, "view"),
            share(withoutEmail, "view"),
            share(bounced, "view"),
            share(revoked, "view"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Optional.ofNullable(
                Json.read(
                    """
                    {"asOf": "2026-03-01T10:30:00.000Z", "mails": 2, "people": 2,
                      "deliveries": [
                        {"recipient": "%s", "name": "Ida", "channel": "invitation",
                          "at": "2026-03-01T10:30:00.000Z"},
                        {"recipient": "client", "name": "Carla Client", "channel": "digest",
                          "at": "2026-03-01T10:35:00.000Z", "joins": 0}],
                      "withheld": [
                        {"recipient": "%s", "name": "Nora", "reason": "no-account"},
                        {"recipient": "%s", "name": "Bo", "reason": "bounced"},
                        {"recipient": "%s", "name": "Rex", "reason": "no-account"}]}
                    """
                        .formatted(
                            invited.text(), withoutEmail.text(), bounced.text(), revoked.text()))));
  }

  @Test
  void theSameSetAgain_notifiesNobody() {
    account(CLIENT, AccountStatus.ACTIVE);

    Exchange.Answer answer = preview(firm.folder(view(CLIENT)), share(CLIENT, "view"));

    assertThat(answer.get("people")).isEqualTo(0L);
    assertThat(answer.get("withheld")).isEqualTo(List.of());
  }

  @Test
  void whoHasAnOpenDigest_isNotifiedWithIt() {
    account(CLIENT, AccountStatus.ACTIVE);
    Holder holder = new Holder.Party(firm.client, CLIENT);
    Instant due = NOW.plusSeconds(77);
    DigestWindow open = DigestWindow.open(holder, Optional.empty(), due);
    firm.write(open.create());
    for (String event : List.of("one", "two")) {
      Key key = new Key(TableKeys.notified(holder), TableKeys.notifiedPrefix(open.key()) + event);
      firm.write(Write.put(Fields.of().at(key)));
    }

    assertThat(names(preview(firm.folder(), share(CLIENT, "view")), "deliveries", "joins"))
        .containsExactly("Carla Client 2");
    assertThat(names(preview(firm.folder(), share(CLIENT, "view")), "deliveries", "at"))
        .containsExactly("Carla Client 2026-03-01T10:31:17.000Z");
  }

  @Test
  void aDigest_goesOutsideQuietTime_andWithinTheLimitOfTheDay() {
    account(CLIENT, AccountStatus.ACTIVE);
    settings(
        30,
        new MailTimes(
            Optional.of(new MailTimes.QuietHours(LocalTime.of(10, 45), LocalTime.of(14, 0))),
            List.of(),
            Optional.of(3L)));

    Exchange.Answer answer = preview(firm.folder(), share(CLIENT, "view"));

    assertThat(names(answer, "deliveries", "at"))
        .containsExactly("Carla Client 2026-03-01T14:00:00.000Z");
    assertThat(names(answer, "deliveries", "ofDay")).containsExactly("Carla Client 1");
    assertThat(names(answer, "deliveries", "limit")).containsExactly("Carla Client 3");
  }

  @Test
  void whoReadItBefore_isNotNotifiedAgain() {
    account(CLIENT, AccountStatus.ACTIVE);
    Recipient.Contact contact = contact("Colin", AccountStatus.ACTIVE);

    Exchange.Answer answer =
        preview(firm.folder(view(CLIENT)), share(CLIENT, "view"), share(ALL, "view"));

    assertThat(names(answer, "deliveries", "channel")).containsExactly("Colin digest");
    assertThat(names(answer, "withheld", "reason")).containsExactly("Carla Client already-open");
    assertThat(names(preview(firm.folder(view(ALL)), share(contact, "view")), "withheld", "reason"))
        .containsExactly("Colin already-open");
  }

  @Test
  void onePerson_isNotifiedOnce_andNotOfTheirOwnChange() {
    PersonId person = account(CLIENT, AccountStatus.ACTIVE).orElseThrow();
    Recipient.Contact same = firm.contact("Carla again", EMAIL, true, AccountStatus.ACTIVE);
    Recipient.Contact own = firm.contact("Ada", EMAIL, true, AccountStatus.ACTIVE);
    for (Map.Entry<Recipient.Contact, PersonId> each :
        Map.of(same, person, own, firm.sharer).entrySet()) {
      Holder.Party holder = new Holder.Party(firm.client, each.getKey());
      Account invited = Account.invite(holder, EMAIL.orElseThrow(), BEFORE);
      firm.write(Write.put(invited.activate(each.getValue(), BEFORE).toItem()));
      link(each.getKey(), each.getValue());
    }

    Exchange.Answer answer =
        preview(firm.folder(), share(CLIENT, "view"), share(same, "view"), share(own, "view"));

    assertThat(names(answer, "deliveries", "channel")).containsExactly("Carla Client digest");
    assertThat(names(answer, "withheld", "reason"))
        .containsExactly("Carla again same-person", "Ada yourself");
  }

  @Test
  void accessThatEndsBeforeTheMail_isNotMailed() {
    account(CLIENT, AccountStatus.ACTIVE);
    Recipient.Contact invited = contact("Ida", AccountStatus.INVITED);
    Instant end = NOW.plus(Duration.ofMinutes(4));

    Exchange.Answer answer = preview(firm.folder(), until(CLIENT, end), until(invited, end));

    assertThat(answer.get("mails")).isEqualTo(0L);
    assertThat(names(answer, "deliveries", "channel")).containsExactly("Carla Client portal-only");
    assertThat(names(answer, "withheld", "reason")).containsExactly("Ida expires");
  }

  @Test
  void whatTheChangeRefuses_isRefused() {
    Folder folder = firm.folder();
    String client = share(CLIENT, "view");
    PersonId withoutPermission = firm.firm.staff(Role.STAFF, false);
    Folder archived = firm.folder(firm.client, true);

    assertThat(unchanged(preview(withoutPermission, folder.path(), client)).problem())
        .isEqualTo("permission-required");
    assertThat(unchanged(preview(TestFirm.person(), folder.path(), client)).problem())
        .isEqualTo("not-found");
    assertThat(preview(archived, client).problem()).isEqualTo("archived");
    assertThat(preview(folder, share(CLIENT, "owner")).problem()).isEqualTo("invalid-request");
    assertThat(preview(folder, share(firm.contact("Nora", false), "view")).problem())
        .isEqualTo("recipient-not-permitted");
    assertThat(
            unchanged(preview(firm.sharer, folder.path(), client).header("if-match", "\"7\""))
                .problem())
        .isEqualTo("precondition-failed");
  }

  @Test
  void aDocument_isPreviewedLikeAFolder() {
    account(CLIENT, AccountStatus.ACTIVE);
    Recipient.Contact contact = contact("Colin", AccountStatus.ACTIVE);
    SharedDocument document = firm.document(firm.folder(view(CLIENT)), "a.txt");

    Exchange.Answer answer = preview(document, share(CLIENT, "view"), share(contact, "view"));

    assertThat(names(answer, "deliveries", "channel")).containsExactly("Colin digest");
    assertThat(preview(document, share(contact, "view")).problem()).isEqualTo("inherited-share");
    firm.firm.policy(SharePolicy.Mode.ALL_BUT, "none");
    assertThat(preview(document, share(contact, "view")).problem()).isEqualTo("not-shareable");
  }
}
