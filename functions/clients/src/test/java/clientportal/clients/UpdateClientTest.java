package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.ClientUpdated;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpdateClientTest {
  private static final String OLD = "carla@old.test";
  private static final String NEW = "carla@new.test";
  private static final String TO_NEW = "{\"email\": \"" + NEW + "\"}";

  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final PersonId webPortal = firm.staff(Role.STAFF, true);
  private final ClientPath client = firm.client(Client.Kind.CLIENT, Optional.of(OLD)).path();
  private final Holder.Party holder = new Holder.Party(client, Recipient.CLIENT);
  private final UpdateClientHandler handler = handler(firm.table);

  UpdateClientTest() {
    firm.table.write(List.of(Write.create(Fields.of().with("clientId", "c").at(address(OLD)))));
  }

  private UpdateClientHandler handler(Table table) {
    return new UpdateClientHandler(new UpdateClient(firm.access(), table, firm.ids));
  }

  private Exchange patch(PersonId caller, String json) {
    return calls.update(caller, client.client(), json);
  }

  private Key address(String email) {
    return TableKeys.clientEmail(client, new EmailAddress(email));
  }

  private void write(Write... writes) {
    firm.table.write(List.of(writes));
  }

  private Account invite() {
    Account account =
        Account.invite(holder, new EmailAddress(OLD), TestFirm.NOW)
            .withInvitation("i1")
            .withVerification("v1");
    write(Write.put(account.toItem()), account.copyToHolder(1));
    return account;
  }

  private PersonId activate() {
    PersonId person = firm.link(client);
    Account active =
        Account.invite(holder, new EmailAddress(OLD), TestFirm.NOW).activate(person, TestFirm.NOW);
    write(Write.put(active.toItem()), active.copyToHolder(1));
    return person;
  }

  private Capacity capacity(PersonId person) {
    Key key = TableKeys.link(client, person);
    return Links.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow())
        .capacities()
        .getFirst();
  }

  @Test
  void staff_updateAClient_andTheListShowsTheNewName() {
    Exchange.Answer answer =
        patch(
                staff,
                "{\"name\": \"Zoe\", \"email\": \"%s\", \"phone\": \"+46701234567\"}"
                    .formatted(NEW))
            .send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(answer.get("name")).isEqualTo("Zoe");
    assertThat(answer.get("email")).isEqualTo(NEW);
    assertThat(answer.get("kind")).isEqualTo("client");
    assertThat(calls.stored(client).phone()).contains("+46701234567");
    Exchange.Answer listed =
        calls
            .list(staff)
            .query("name", "zo")
            .send(new ListClientsHandler(new ListClients(firm.access(), firm.table)));
    assertThat(ClientCalls.names(listed)).containsExactly("Zoe");
    assertThat(calls.exists(address(OLD))).isFalse();
    assertThat(calls.exists(address(NEW))).isTrue();
    assertThat(calls.events(client))
        .singleElement()
        .satisfies(event ->
            assertThat(event.data())
                .isEqualTo(new ClientUpdated(client, List.of("name", "email", "phone"))));
  }

  @Test
  void nullRemovesAValue_andTheAddressNoLongerBelongsToTheClient() {
    Exchange.Answer answer = patch(staff, "{\"email\": null, \"phone\": null}").send(handler);

    assertThat(answer.has("email")).isFalse();
    assertThat(calls.stored(client).email()).isEmpty();
    assertThat(calls.exists(address(OLD))).isFalse();
  }

  @Test
  void savingTheSameValuesAgain_writesNothing_andAnotherSpellingKeepsTheAddressItem() {
    Map<Key, Item> before = firm.table.everything();
    assertThat(patch(staff, "{\"email\": \"%s\"}".formatted(OLD)).send(handler).status())
        .isEqualTo(200);
    assertThat(patch(staff, "{}").send(handler).headers()).containsEntry("etag", "\"1\"");
    assertThat(firm.table.everything()).isEqualTo(before);

    patch(staff, "{\"email\": \"Carla@OLD.test\"}").send(handler);
    assertThat(calls.stored(client).email().orElseThrow().value()).isEqualTo("Carla@OLD.test");
    assertThat(calls.exists(address(OLD))).isTrue();
  }

  @Test
  void changingAnAccountHoldersAddress_needsWebPortal_andOtherChangesDoNot() {
    invite();
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(staff, TO_NEW).header("if-match", "\"7\"").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(patch(staff, "{\"email\": null}").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(patch(staff, "{\"name\": \"Carla C.\"}").send(handler).status()).isEqualTo(200);
    assertThat(patch(staff, "{\"email\": \"%s\"}".formatted(OLD)).send(handler).status())
        .isEqualTo(200);
  }

  @Test
  void anAddress_isConfirmedByWhoMayGiveAccounts_andOnlyByThem() {
    assertThat(patch(staff, TO_NEW).send(handler).has("emailConfirmedAt")).isFalse();
    assertThat(calls.stored(client).emailConfirmedAt()).isEmpty();
    patch(webPortal, "{\"phone\": \"+46701234567\"}").send(handler);
    patch(staff, TO_NEW).send(handler);
    assertThat(calls.stored(client).emailConfirmedAt()).isEmpty();

    Exchange.Answer confirmed = patch(webPortal, TO_NEW).send(handler);

    assertThat(confirmed.get("emailConfirmedAt")).isEqualTo("2026-03-01T09:30:00.000Z");
    assertThat(calls.events(client))
        .extracting(Event::data)
        .contains(new ClientUpdated(client, List.of("emailConfirmedAt")));
    patch(staff, "{\"name\": \"Zoe\", \"email\": \"%s\"}".formatted(spelled(NEW))).send(handler);
    assertThat(calls.stored(client).emailConfirmedAt()).contains(TestFirm.NOW);
    patch(staff, "{\"email\": null}").send(handler);
    assertThat(calls.stored(client).emailConfirmedAt()).isEmpty();
    patch(webPortal, TO_NEW).send(handler);
    assertThat(calls.stored(client).emailConfirmedAt()).contains(TestFirm.NOW);
  }

  @Test
  void anAddressThatMailsDidNotReach_isConfirmedByNamingIt_byWhoMayGiveAccounts() {
    activate();
    Account dead = account().unreachable(TestFirm.NOW);
    write(dead.replace());
    String same = "{\"email\": \"" + OLD + "\"}";

    patch(staff, same).send(handler);
    patch(webPortal, "{\"name\": \"Carla Again\"}").send(handler);
    assertThat(account().isReachable()).isFalse();
    Exchange.Answer answer = patch(webPortal, same).send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(account().isReachable()).isTrue();
    assertThat(account().status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account().address().confirmedAt()).isPresent();
    Map<Key, Item> before = firm.table.everything();
    patch(webPortal, same).send(handler);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  private Account account() {
    return Account.fromItem(
        firm.table
            .read(List.of(TableKeys.account(holder)))
            .at(TableKeys.account(holder))
            .orElseThrow());
  }

  private static String spelled(String email) {
    return email.substring(0, 1).toUpperCase(Locale.ROOT) + email.substring(1);
  }

  /** What staff opened, by the feed that lists it. */
  private static Stream<Arguments> opened() {
    return Stream.of(Recipient.CLIENT, Recipient.ALL_AUTHORIZED)
        .flatMap(recipient ->
            Stream.of(
                arguments(recipient, Optional.empty(), false),
                arguments(recipient, Optional.empty(), true),
                arguments(recipient, Optional.of(TestFirm.NOW), false)));
  }

  @ParameterizedTest
  @MethodSource("opened")
  void theAddressOfWhoMayRead_orOnceMightHave_takesWebPortal(
      Recipient recipient, Optional<Instant> expiresAt, boolean archived) {
    Folder closed = firm.folder(client, AccessLevel.VIEW);
    Grant grant = new Grant(recipient, AccessLevel.VIEW, TestFirm.NOW.plusMillis(1), expiresAt);
    Folder open =
        new Folder(closed.path(), "Taxes", TestFirm.NOW, archived, new Grants(List.of(grant)), 1);
    write(FeedRow.of(open.listing(), grant).put());
    Map<Key, Item> before = firm.table.everything();

    for (String change : List.of(TO_NEW, "{\"email\": null}")) {
      assertThat(patch(staff, change).send(handler).problem()).isEqualTo("permission-required");
    }

    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(patch(staff, "{\"name\": \"Carla C.\"}").send(handler).status()).isEqualTo(200);
    assertThat(patch(webPortal, TO_NEW).send(handler).status()).isEqualTo(200);
  }

  @Test
  void theFolderThatEveryClientHas_countsOnceThereIsSomethingInIt() {
    Folder uploads = firm.folder(client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
    assertThat(patch(staff, TO_NEW).send(handler).status()).isEqualTo(200);
    write(
        Write.create(
            Fields.of().at(TableKeys.document(uploads.path(), new DocumentId(firm.ids.next())))));

    assertThat(patch(staff, "{\"email\": null}").send(handler).problem())
        .isEqualTo("permission-required");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInvitedClient_isInvitedAgainAtTheNewAddress_andTokensSentToTheOldOneBecomeInvalid(
      boolean bounced) {
    Account before = invite();
    if (bounced) {
      Account bouncedAccount = before.bounce();
      write(bouncedAccount.replace(), bouncedAccount.copyToHolder(2));
    }

    Exchange.Answer answer = patch(webPortal, TO_NEW).send(handler);

    assertThat(answer.get("account", "status")).isEqualTo("invited");
    Account after = calls.account(holder);
    assertThat(after.status()).isEqualTo(AccountStatus.INVITED);
    assertThat(after.email().value()).isEqualTo(NEW);
    assertThat(after.invitations()).isEmpty();
    assertThat(after.verifications()).isEmpty();
    assertThat(calls.stored(client).account()).isEqualTo(AccountStatus.INVITED);
    assertThat(calls.eventTypes(client))
        .containsExactlyInAnyOrder(AccountInvited.class, ClientUpdated.class);
  }

  @Test
  void anActiveAccount_keepsItsPersonUntilTheNewAddressIsVerified_andTheOldAddressIsNotified() {
    PersonId person = activate();

    Exchange.Answer answer = patch(webPortal, TO_NEW).send(handler);

    assertThat(answer.get("email")).isEqualTo(NEW);
    assertThat(answer.get("account", "status")).isEqualTo("active");
    Account moving = calls.account(holder);
    assertThat(moving.person()).contains(person);
    assertThat(moving.email().value()).isEqualTo(OLD);
    assertThat(moving.newEmail().orElseThrow().value()).isEqualTo(NEW);
    assertThat(capacity(person).party()).isEqualTo(Recipient.CLIENT);
    assertThat(calls.eventTypes(client))
        .containsExactlyInAnyOrder(AccountInvited.class, AddressChanged.class, ClientUpdated.class);

    patch(webPortal, "{\"email\": \"%s\"}".formatted(OLD)).send(handler);
    assertThat(calls.account(holder).newEmail()).isEmpty();
    assertThat(calls.account(holder).isOpen()).isFalse();
    assertThat(calls.eventTypes(client)).filteredOn(AddressChanged.class::equals).hasSize(1);
  }

  @Test
  void anAccountHoldersAddress_cannotBeRemoved() {
    activate();
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer = patch(webPortal, "{\"email\": null}").send(handler);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("email-required");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aNewName_isCopiedToTheLinkOfThePerson() {
    PersonId person = activate();

    patch(staff, "{\"name\": \"Carla New\"}").send(handler);

    assertThat(capacity(person).name()).isEqualTo("Carla New");
    assertThat(capacity(person).from()).isEqualTo(TestFirm.NOW);
  }

  @Test
  void allFaultsAreReportedAtOnce_beforeThePrecondition() {
    Exchange.Answer answer =
        patch(staff, "{\"name\": null, \"email\": \"x\", \"phone\": 1, \"kind\": \"other\"}")
            .header("if-match", "\"7\"")
            .send(handler);

    assertThat(ClientCalls.faults(answer))
        .containsExactlyInAnyOrder("/name type", "/email format", "/phone type", "/kind unknown");
    assertThat(patch(staff, TO_NEW).header("if-match", "\"7\"").send(handler).problem())
        .isEqualTo("precondition-failed");
    assertThat(patch(firm.link(client), "not json").send(handler).problem()).isEqualTo("not-found");
    assertThat(patch(staff, "not json").send(handler).problem()).isEqualTo("malformed-json");
    assertThat(calls.stored(client).revision()).isEqualTo(1);
    assertThat(calls.events(client)).isEmpty();
  }

  @Test
  void anAccountCreatedConcurrently_makesTheChangeNeedWebPortal() {
    Exchange.Answer refused =
        patch(staff, TO_NEW)
            .send(handler(new CallSchedule().beforeFirstWrite(this::invite).around(firm.table)));

    assertThat(refused.problem()).isEqualTo("permission-required");
    assertThat(calls.account(holder).email().value()).isEqualTo(OLD);
    assertThat(calls.stored(client).email().orElseThrow().value()).isEqualTo(OLD);
  }

  @Test
  void anAccountCreatedConcurrently_isInvitedAtTheNewAddress() {
    Exchange.Answer changed =
        patch(webPortal, TO_NEW)
            .send(handler(new CallSchedule().beforeFirstWrite(this::invite).around(firm.table)));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(calls.account(holder).email().value()).isEqualTo(NEW);
    assertThat(calls.account(holder).invitations()).isEmpty();
  }

  @Test
  void anInvitationAcceptedConcurrently_keepsItsPerson() {
    Account invited = invite();
    PersonId person = TestFirm.person();
    Runnable accepts =
        () -> {
          Account active = invited.activate(person, TestFirm.NOW);
          write(active.replace(), active.copyToHolder(2));
        };

    Exchange.Answer changed =
        patch(webPortal, TO_NEW)
            .send(handler(new CallSchedule().beforeFirstWrite(accepts).around(firm.table)));

    assertThat(changed.status()).isEqualTo(200);
    Account moving = calls.account(holder);
    assertThat(moving.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(moving.person()).contains(person);
    assertThat(moving.email().value()).isEqualTo(OLD);
    assertThat(moving.newEmail().orElseThrow().value()).isEqualTo(NEW);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void staffWhoChangeTheAddressTooOften_areToldWhenToTryAgain_andNothingChanges(boolean active) {
    if (active) {
      activate();
    } else {
      invite();
    }
    for (int i = 0; i < 5; i++) {
      assertThat(
              patch(webPortal, "{\"email\": \"carla%d@new.test\"}".formatted(i))
                  .send(handler)
                  .status())
          .isEqualTo(200);
    }
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer refused = patch(webPortal, TO_NEW).send(handler);

    assertThat(refused.problem()).isEqualTo("too-many-requests");
    assertThat(refused.headers()).containsEntry("retry-after", "3600");
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(patch(webPortal, "{\"name\": \"Zoe\"}").send(handler).status()).isEqualTo(200);
  }
}
