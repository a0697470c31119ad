package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.ContactUpdated;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code getContact}, {@code updateContact}. */
final class UpdateContactTest {
  private static final String OLD = "colin@old.test";
  private static final String NEW = "colin@new.test";
  private static final String WITHOUT_WEB_PORTAL = "{\"webPortal\": false}";
  private static final String WITH_WEB_PORTAL = "{\"webPortal\": true}";

  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.ADMINISTRATOR, false);
  private final PersonId webPortal = firm.staff(Role.STAFF, true);
  private final ClientPath client = firm.client(Client.Kind.CLIENT, Optional.empty()).path();
  private final UpdateContactHandler handler = handler(firm.table);

  private UpdateContactHandler handler(Table table) {
    return new UpdateContactHandler(new UpdateContact(firm.access(), table, firm.ids));
  }

  private Contact contact(boolean permitted) {
    Contact contact =
        new Contact(
            client,
            new ContactId(firm.ids.next()),
            "Colin",
            Optional.of(new EmailAddress(OLD)),
            Optional.of(TestFirm.NOW),
            Optional.of("+46701234567"),
            "Spouse",
            permitted,
            AccountStatus.NONE,
            Optional.empty(),
            TestFirm.NOW,
            1);
    write(Write.create(contact.toItem()));
    return contact;
  }

  private void write(Write... writes) {
    firm.table.write(List.of(writes));
  }

  private static Holder.Party holder(Contact contact) {
    return new Holder.Party(contact.client(), new Recipient.Contact(contact.id()));
  }

  private Account invite(Contact contact) {
    Account account =
        Account.invite(holder(contact), new EmailAddress(OLD), TestFirm.NOW).withInvitation("i1");
    write(Write.put(account.toItem()), account.copyToHolder(1));
    return account;
  }

  private PersonId activate(Contact contact) {
    PersonId person = firm.linkContact(client, contact.id(), true);
    Account account =
        Account.invite(holder(contact), new EmailAddress(OLD), TestFirm.NOW)
            .activate(person, TestFirm.NOW);
    write(Write.put(account.toItem()), account.copyToHolder(1));
    return person;
  }

  private Exchange.Answer patch(PersonId caller, ContactPath path, String json) {
    return calls.updateContact(caller, path, json).send(handler);
  }

  private List<Capacity> currentCapacities(PersonId person) {
    Key key = TableKeys.link(client, person);
    return Links.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow())
        .holding(TestFirm.NOW);
  }

  @Test
  void anAddress_isConfirmedByWhoMayGiveAccounts_andOnlyByThem() {
    ContactPath path = contact(true).path();
    String toNew = "{\"email\": \"%s\"}".formatted(NEW);

    assertThat(patch(staff, path, toNew).has("emailConfirmedAt")).isFalse();
    assertThat(calls.stored(path).emailConfirmedAt()).isEmpty();
    patch(webPortal, path, "{\"relationship\": \"Aunt\"}");
    assertThat(calls.stored(path).emailConfirmedAt()).isEmpty();
    assertThat(patch(webPortal, path, toNew).has("emailConfirmedAt")).isTrue();
    assertThat(calls.stored(path).emailConfirmedAt()).contains(TestFirm.NOW);
    assertThat(calls.events(client))
        .extracting(Event::data)
        .contains(new ContactUpdated(client, path.contact(), List.of("emailConfirmedAt"), true));
  }

  @Test
  void theAddressOfWhoMayRead_takesWebPortal() {
    ContactPath permitted = contact(true).path();
    ContactPath other = contact(false).path();
    Instant shared = TestFirm.NOW;
    open(Recipient.ALL_AUTHORIZED, shared);
    String toNew = "{\"email\": \"%s\"}".formatted(NEW);

    assertThat(patch(staff, permitted, toNew).problem()).isEqualTo("permission-required");
    assertThat(patch(staff, other, toNew).status()).isEqualTo(200);
    open(new Recipient.Contact(other.contact()), shared);
    assertThat(patch(staff, other, "{\"email\": null}").problem()).isEqualTo("permission-required");
    assertThat(patch(webPortal, other, "{\"email\": null}").status()).isEqualTo(200);
  }

  private void open(Recipient recipient, Instant sharedAt) {
    Folder folder = firm.folder(client, AccessLevel.VIEW);
    write(
        FeedRow.of(
                folder.listing(),
                new Grant(recipient, AccessLevel.VIEW, sharedAt, Optional.empty()))
            .put());
  }

  @Test
  void staff_updateAContact_andReadTheChange() {
    ContactPath path = contact(false).path();

    Exchange.Answer answer =
        patch(
            staff,
            path,
            "{\"name\": \"Cora\", \"phone\": null, \"relationship\": \"Sister\", \"email\": \"%s\"}"
                .formatted(NEW));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    Exchange.Answer read =
        calls.getContact(staff, path).send(new GetContactHandler(new GetContact(firm.access())));
    assertThat(read.body()).isEqualTo(answer.body());
    assertThat(read.headers()).containsEntry("etag", "\"2\"");
    assertThat(read.has("phone")).isFalse();
    assertThat(read.get("relationship")).isEqualTo("Sister");
    assertThat(calls.exists(TableKeys.contactEmail(client, path.contact(), new EmailAddress(NEW))))
        .isTrue();
    assertThat(calls.events(client).getFirst().data())
        .isEqualTo(
            new ContactUpdated(
                client, path.contact(), List.of("name", "email", "phone", "relationship"), false));
  }

  @Test
  @Tag("BS5")
  void onlyStaffWithTheWebPortalPermission_changeThatOfAContact() {
    ContactPath path = contact(false).path();
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(staff, path, WITH_WEB_PORTAL).problem()).isEqualTo("permission-required");
    assertThat(patch(staff, path, WITHOUT_WEB_PORTAL).status()).isEqualTo(200);
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(patch(webPortal, path, WITH_WEB_PORTAL).get("webPortal")).isEqualTo(true);
    assertThat(patch(staff, path, WITHOUT_WEB_PORTAL).problem()).isEqualTo("permission-required");
  }

  @Test
  void removingThePermission_endsAccessAtOnce_andGivingItBackRestoresAllOfIt() {
    Contact contact = contact(true);
    PersonId person = activate(contact);
    List<Capacity> before = currentCapacities(person);
    assertThat(before).hasSize(1);

    patch(webPortal, contact.path(), WITHOUT_WEB_PORTAL);
    assertThat(currentCapacities(person)).isEmpty();
    assertThat(calls.account(holder(contact)).status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(calls.events(client))
        .filteredOn(event -> event.data() instanceof AccessTakenAway)
        .singleElement()
        .satisfies(event ->
            assertThat(event.data())
                .isEqualTo(new AccessTakenAway(holder(contact), new EmailAddress(OLD))));

    patch(webPortal, contact.path(), "{\"webPortal\": true, \"name\": \"Colin Contact\"}");
    assertThat(currentCapacities(person)).isEqualTo(before);
    assertThat(calls.eventTypes(client)).doesNotContain(AccountInvited.class);
  }

  @Test
  void anInvitedContact_isInvitedAtTheNewAddress_onceTheRelationshipHasThePermission() {
    Contact contact = contact(true);
    invite(contact);
    patch(webPortal, contact.path(), WITHOUT_WEB_PORTAL);

    patch(webPortal, contact.path(), "{\"email\": \"%s\"}".formatted(NEW));
    assertThat(calls.account(holder(contact)).email().value()).isEqualTo(NEW);
    assertThat(calls.account(holder(contact)).invitations()).isEmpty();
    assertThat(calls.eventTypes(client)).doesNotContain(AccountInvited.class);

    patch(webPortal, contact.path(), WITH_WEB_PORTAL);
    assertThat(calls.eventTypes(client)).filteredOn(AccountInvited.class::equals).hasSize(1);
    assertThat(calls.eventTypes(client)).doesNotContain(AccessTakenAway.class);
  }

  @Test
  void changingAnAccountHoldersAddress_needsWebPortal_andItCannotBeRemoved() {
    Contact contact = contact(true);
    PersonId person = activate(contact);
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(staff, contact.path(), "{\"email\": \"%s\"}".formatted(NEW)).problem())
        .isEqualTo("permission-required");
    assertThat(patch(webPortal, contact.path(), "{\"email\": null}").problem())
        .isEqualTo("email-required");
    assertThat(firm.table.everything()).isEqualTo(before);

    patch(webPortal, contact.path(), "{\"email\": \"%s\"}".formatted(NEW));
    assertThat(calls.account(holder(contact)).person()).contains(person);
    assertThat(calls.account(holder(contact)).newEmail().orElseThrow().value()).isEqualTo(NEW);
    assertThat(currentCapacities(person)).hasSize(1);
    assertThat(calls.eventTypes(client)).contains(AddressChanged.class, AccountInvited.class);
  }

  @Test
  void anInvitationAcceptedConcurrently_givesNoAccessEither() {
    Contact contact = contact(true);
    Account invited = invite(contact);
    PersonId person = TestFirm.person();
    Runnable accepts =
        () -> {
          Account active = invited.activate(person, TestFirm.NOW);
          List<Write> link =
              Links.add(
                  client,
                  person,
                  new Capacity(
                      new Recipient.Contact(contact.id()),
                      "Colin",
                      true,
                      TestFirm.NOW,
                      Optional.empty()),
                  Optional.empty());
          write(active.replace(), active.copyToHolder(2), link.getFirst(), link.getLast());
        };

    Exchange.Answer answer =
        calls
            .updateContact(webPortal, contact.path(), WITHOUT_WEB_PORTAL)
            .send(handler(new CallSchedule().beforeFirstWrite(accepts).around(firm.table)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(calls.account(holder(contact)).status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(currentCapacities(person)).isEmpty();
    assertThat(calls.stored(contact.path()).webPortal()).isFalse();
  }

  @Test
  void invalidStaleAndUnauthorizedCalls_areRefused_andChangeNothing() {
    ContactPath path = contact(false).path();
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    PersonId linked = firm.link(client);
    Map<Key, Item> before = firm.table.everything();

    assertThat(
            ClientCalls.faults(
                patch(
                    staff,
                    path,
                    """
                    {"name": "", "email": "x", "phone": "1", "relationship": null,
                     "webPortal": null, "x": 1}\
                    """)))
        .containsExactlyInAnyOrder(
            "/name length",
            "/email format",
            "/phone format",
            "/relationship type",
            "/webPortal type",
            "/x unknown");
    assertThat(
            calls
                .updateContact(staff, path, "{\"name\": \"N\"}")
                .header("if-match", "\"7\"")
                .send(handler)
                .problem())
        .isEqualTo("precondition-failed");
    assertThat(patch(outsider, path, "not json").problem()).isEqualTo("not-found");
    assertThat(patch(linked, path, "not json").problem()).isEqualTo("not-found");
    ContactPath unknown = new ContactPath(client, new ContactId(firm.ids.next()));
    assertThat(patch(staff, unknown, "not json").problem()).isEqualTo("not-found");
    GetContactHandler get = new GetContactHandler(new GetContact(firm.access()));
    assertThat(calls.getContact(linked, path).send(get).status()).isEqualTo(404);
    assertThat(calls.getContact(staff, unknown).send(get).status()).isEqualTo(404);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  /** Each time that the permission is taken away from who signs in, they are notified. */
  @Test
  void thePermissionThatIsGivenBackTooOften_isRefused_andTakingItAwayNeverIs() {
    Contact contact = contact(true);
    activate(contact);
    for (int i = 0; i < 5; i++) {
      assertThat(patch(webPortal, contact.path(), WITHOUT_WEB_PORTAL).status()).isEqualTo(200);
      assertThat(patch(webPortal, contact.path(), WITH_WEB_PORTAL).status()).isEqualTo(200);
    }
    assertThat(patch(webPortal, contact.path(), WITHOUT_WEB_PORTAL).status()).isEqualTo(200);
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer refused = patch(webPortal, contact.path(), WITH_WEB_PORTAL);

    assertThat(refused.problem()).isEqualTo("too-many-requests");
    assertThat(refused.headers()).containsEntry("retry-after", "3600");
    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
