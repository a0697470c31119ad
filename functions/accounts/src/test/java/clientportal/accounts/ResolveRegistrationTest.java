package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Registration;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResolveRegistrationTest {
  private static final EmailAddress ROSA = new EmailAddress("rosa@example.org");

  private final TestFirm firm = new TestFirm();
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId rosa = TestFirm.person();
  private final Client client = firm.client(Client.Kind.CLIENT, Optional.of("other@example.org"));
  private final Registration registration =
      new Registration(
          firm.id,
          new RegistrationId(firm.ids.next()),
          rosa,
          "Rosa Klein",
          ROSA,
          "meyer",
          TestFirm.NOW,
          List.of(new Registration.Candidate(client.id().value(), Optional.empty(), "Carla")),
          Optional.empty(),
          1);

  ResolveRegistrationTest() {
    ((Table) firm.table).write(registration.await());
  }

  private Exchange.Answer resolve(PersonId caller, String id, String json, Table table) {
    return resolve(caller, id, json, table, firm.clock);
  }

  private Exchange.Answer resolve(
      PersonId caller, String id, String json, Table table, Clock clock) {
    return Exchange.of("POST", "/v1/firms/f/registrations/r/resolution")
        .as(caller.value())
        .path("firmId", firm.id)
        .path("registrationId", id)
        .json(json)
        .send(
            new ResolveRegistrationHandler(
                new ResolveRegistration(new Access(table, clock), table, firm.ids)));
  }

  private Exchange.Answer resolve(String json) {
    return resolve(staff, registration.id().value(), json, firm.table);
  }

  private Exchange.Answer list(PersonId caller) {
    return Exchange.of("GET", "/v1/firms/f/registrations")
        .as(caller.value())
        .path("firmId", firm.id)
        .send(new ListRegistrationsHandler(new ListRegistrations(firm.access(), firm.table)));
  }

  private String toClient() {
    return "{\"clientId\": \"%s\"}".formatted(client.id());
  }

  private Optional<Account> account() {
    Key key = TableKeys.account(new Holder.Party(client.path(), Recipient.CLIENT));
    return firm.table.read(List.of(key)).at(key).map(Account::fromItem);
  }

  private List<Event> events(Class<? extends EventData> type) {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .filter(event -> type.isInstance(event.data()))
        .toList();
  }

  @Test
  void thePersonIsJoined_theAccountHasTheProvedAddress_andTheListIsEmpty() {
    assertThat(list(staff).get("items").toString())
        .contains("Rosa Klein", ROSA.value(), client.id().value())
        .as("the name that the client has now")
        .contains(client.name());

    Exchange.Answer answer = resolve(toClient());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("email")).isEqualTo(ROSA.value());
    assertThat(answer.get("status")).isEqualTo("linked");
    assertThat(answer.get("clientId")).isEqualTo(client.id().value());
    Account account = account().orElseThrow();
    assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account.email()).isEqualTo(ROSA);
    assertThat(account.person()).contains(rosa);
    assertThat(list(staff).get("items")).isEqualTo(List.of());
    assertThat(events(AccountActivated.class))
        .singleElement()
        .satisfies(event -> assertThat(event.actor().as()).isEqualTo(Actor.As.CLIENT));
    assertThat(events(RegistrationResolved.class))
        .singleElement()
        .satisfies(event -> assertThat(event.actor().person()).contains(staff));
  }

  @Test
  void theSameResolution_hasTheSameAnswer_forThirtyDays() {
    Duration month = Duration.ofDays(30);

    assertThat(afterOneOf(month.minusSeconds(1)).status()).isEqualTo(200);
    assertThat(afterOneOf(month).problem()).isEqualTo("not-found");
  }

  /** Returns the answer to a resolution that repeats one of some time ago. */
  private static Exchange.Answer afterOneOf(Duration ago) {
    ResolveRegistrationTest test = new ResolveRegistrationTest();
    String reject = "{\"reject\": true}";
    Clock then = Clock.offset(test.firm.clock, ago.negated());
    String id = test.registration.id().value();
    assertThat(test.resolve(test.staff, id, reject, test.firm.table, then).status()).isEqualTo(200);
    return test.resolve(reject);
  }

  @Test
  void aRevokedAccount_isActivatedAgain() {
    Account revoked =
        Account.invite(
            new Holder.Party(client.path(), Recipient.CLIENT),
            new EmailAddress("other@example.org"),
            TestFirm.NOW);
    Fields fields =
        Fields.of().withAll(revoked.toItem().fields()).with("status", "revoked").build();
    ((Table) firm.table).write(List.of(Write.create(new Item(revoked.toItem().key(), fields))));

    assertThat(resolve(toClient()).status()).isEqualTo(200);

    assertThat(account().orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account().orElseThrow().person()).contains(rosa);
  }

  @Test
  void withoutPermission_itIsRefused_andNothingChanges() {
    TestFirm other = new TestFirm(firm.table);
    PersonId stranger = other.staff(Role.ADMINISTRATOR, true);
    PersonId without = firm.staff(Role.ADMINISTRATOR, false);
    Map<Key, Item> before = firm.table.everything();
    String id = registration.id().value();

    assertThat(resolve(stranger, id, "no json", firm.table).problem()).isEqualTo("not-found");
    assertThat(resolve(without, id, "no json", firm.table).problem())
        .isEqualTo("permission-required");
    assertThat(resolve(without, firm.ids.next(), "no json", firm.table).problem())
        .isEqualTo("not-found");
    assertThat(resolve(staff, "not-an-id", "no json", firm.table).problem()).isEqualTo("not-found");
    assertThat(resolve("no json").problem()).isEqualTo("malformed-json");
    assertThat(list(stranger).problem()).isEqualTo("not-found");
    assertThat(list(without).problem()).isEqualTo("permission-required");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aRejection_isAnswered_andTheListIsEmpty() {
    assertThat(resolve("{\"reject\": true}").get("status")).isEqualTo("rejected");
    assertThat(list(staff).get("items")).isEqualTo(List.of());
    assertThat(account()).isEmpty();
  }

  @Test
  void aContact_isLinkedAsSuch() {
    Contact contact = firm.contact(client.path(), Optional.of("colin@example.org"), true);

    Exchange.Answer answer =
        resolve(
            "{\"clientId\": \"%s\", \"contactId\": \"%s\"}".formatted(client.id(), contact.id()));

    assertThat(answer.get("contactId")).isEqualTo(contact.id().value());
    assertThat(events(AccountActivated.class))
        .singleElement()
        .satisfies(event -> assertThat(event.actor().as()).isEqualTo(Actor.As.CONTACT));
  }

  @Test
  void nobodyIsLinked_toWhomNoAccountCanBeGiven_andNothingChanges() {
    Contact without = firm.contact(client.path(), Optional.of("colin@example.org"), false);
    Map<Key, Item> before = firm.table.everything();

    for (String unknown :
        List.of(
            "{\"clientId\": \"%s\"}".formatted(firm.ids.next()),
            "{\"clientId\": \"nobody\"}",
            "{\"clientId\": \"%s\", \"contactId\": \"%s\"}".formatted(client.id(), firm.ids.next()),
            "{\"clientId\": \"%s\", \"contactId\": \"%s\"}".formatted(client.id(), without.id()))) {
      assertThat(resolve(unknown).problem()).as(unknown).isEqualTo("recipient-not-permitted");
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anAccountThatIsTaken_isNotGivenAway() {
    Account invited =
        Account.invite(
            new Holder.Party(client.path(), Recipient.CLIENT),
            new EmailAddress("other@example.org"),
            TestFirm.NOW);
    ((Table) firm.table).write(List.of(invited.create()));
    Map<Key, Item> before = firm.table.everything();

    assertThat(resolve(toClient()).problem()).isEqualTo("account-exists");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aResolution_namesAClient_orIsARejection() {
    assertThat(String.valueOf(resolve("{}").get("errors"))).contains("/clientId", "required");
    assertThat(String.valueOf(resolve("{\"reject\": false}").get("errors")))
        .contains("/reject", "enum");
    assertThat(
            String.valueOf(
                resolve("{\"reject\": true, \"clientId\": \"a\", \"contactId\": \"b\"}")
                    .get("errors")))
        .contains("/clientId", "/contactId", "unknown");
    assertThat(account()).isEmpty();
  }

  /** Before each call of one, another staff member resolves it in the same or in another way. */
  @Test
  void twoStaffAtOnce_haveOneOutcome_atAnyCall() {
    for (boolean same : List.of(true, false)) {
      int step = 0;
      boolean more = true;
      while (more) {
        step++;
        more = new ResolveRegistrationTest().race(step, same);
      }
      assertThat(step).isGreaterThan(3);
    }
  }

  private boolean race(int step, boolean same) {
    int[] statuses = new int[2];
    CallSchedule calls =
        new CallSchedule()
            .before(
                step,
                () -> statuses[1] = resolve(same ? toClient() : "{\"reject\": true}").status());
    statuses[0] =
        resolve(staff, registration.id().value(), toClient(), calls.around(firm.table)).status();
    if (calls.made() < step) {
      return false;
    }
    assertThat(statuses[1]).isEqualTo(200);
    assertThat(statuses[0]).as("step %d", step).isEqualTo(same ? 200 : 409);
    assertThat(events(RegistrationResolved.class)).hasSize(1);
    assertThat(account().isPresent()).isEqualTo(same);
    return true;
  }
}
