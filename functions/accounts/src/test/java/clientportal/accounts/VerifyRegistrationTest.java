package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.Purpose;
import clientportal.access.records.Registration;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Condition;
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

final class VerifyRegistrationTest {
  private static final String ROSA = "rosa@example.org";
  private static final String PASSWORD = "Correct-horse-9";
  private static final String OTHER = "Another-pass-1";
  private static final String KEY = "browser-key";

  private final TestFirm firm = new TestFirm();
  private final InMemoryIdentities identities = new InMemoryIdentities();

  private void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  private Optional<Item> item(Key key) {
    return firm.table.read(List.of(key)).at(key);
  }

  /** Sends a verification of a registration; returns its token. */
  private String sent(String email) {
    EmailAddress address = new EmailAddress(email);
    Key key = TableKeys.sentToRegister(address, firm.id);
    String token = Secrets.token();
    Token verification =
        Token.verification(
            token,
            "01234567",
            Hashes.sha256(KEY),
            new Purpose.ForRegistration(firm.id, "meyer", "Rosa Klein"),
            address,
            TestFirm.NOW);
    write(
        verification.create(),
        ValidTokens.of(key, firm.table.read(List.of(key))).add(verification));
    return token;
  }

  private Exchange.Answer verify(String token, String password) {
    return verify(token, password, firm.table, identities, firm.clock);
  }

  private Exchange.Answer verify(
      String token, String password, Table table, Identities sign, Clock clock) {
    return Exchange.of("POST", "/v1/verifications")
        .json(
            "{\"token\": \"%s\", \"browserKey\": \"%s\", \"password\": \"%s\"}"
                .formatted(token, KEY, password))
        .send(
            new VerifyAccountHandler(
                new VerifyAccount(
                    table, new People(table, sign, firm.clock, firm.ids), clock, firm.ids)));
  }

  private Client clientWith(Client.Kind kind, String email) {
    Client client = firm.client(kind, Optional.of(email));
    write(
        Write.create(
            Fields.of()
                .with("clientId", client.id().value())
                .at(TableKeys.clientEmail(client.path(), new EmailAddress(email)))));
    return client;
  }

  private Optional<Account> account(Client client) {
    return item(TableKeys.account(new Holder.Party(client.path(), Recipient.CLIENT)))
        .map(Account::fromItem);
  }

  private int clientsOf(String email) {
    return Optional.ofNullable(identities.people.get(email))
        .map(person ->
            new GetMe(firm.table, Clock.offset(firm.clock, Duration.ofMinutes(1)))
                .handle(TestFirm.caller(person))
                .clientOf()
                .size())
        .orElse(0);
  }

  private List<Registration> pending() {
    return firm.table.partition(TableKeys.registrations(firm.id)).stream()
        .map(Registration::fromItem)
        .filter(found -> found.resolution().isEmpty())
        .toList();
  }

  @Test
  void anAddressThatNobodyConfirmed_waitsForStaff_andAnInvitationConfirms() {
    Client client = clientWith(Client.Kind.CLIENT, ROSA);
    Client unconfirmed =
        client.withDetails(
            client.name(), client.email(), Optional.empty(), client.phone(), client.account());
    write(unconfirmed.saveDetails());

    assertThat(verify(sent(ROSA), PASSWORD).get("status")).isEqualTo("pending");

    assertThat(account(client)).isEmpty();
    assertThat(clientsOf(ROSA)).isZero();
    assertThat(pending())
        .singleElement()
        .satisfies(waiting ->
            assertThat(waiting.candidates())
                .extracting(Registration.Candidate::clientId)
                .containsExactly(client.id().value()));
    Account invited =
        Account.invite(
            new Holder.Party(client.path(), Recipient.CLIENT),
            new EmailAddress(ROSA),
            TestFirm.NOW);
    write(invited.create());
    assertThat(verify(sent(ROSA), PASSWORD).get("status")).isEqualTo("active");
    assertThat(pending()).isEmpty();
    assertThat(item(TableKeys.registrationEmail(firm.id, new EmailAddress(ROSA)))).isEmpty();
  }

  @Test
  void aRevokedAccount_waitsForStaff() {
    Client client = clientWith(Client.Kind.CLIENT, ROSA);
    Account active =
        Account.invite(
                new Holder.Party(client.path(), Recipient.CLIENT),
                new EmailAddress(ROSA),
                TestFirm.NOW)
            .activate(TestFirm.person(), TestFirm.NOW);
    Fields revoked =
        Fields.of()
            .withAll(active.toItem().fields())
            .with("status", AccountStatus.REVOKED.text())
            .build();
    write(Write.create(new Item(active.toItem().key(), revoked)));

    assertThat(verify(sent(ROSA), PASSWORD).get("status")).isEqualTo("pending");

    assertThat(account(client).orElseThrow().status()).isEqualTo(AccountStatus.REVOKED);
    assertThat(pending()).hasSize(1);
  }

  @Test
  void aClientOfAKindWithoutAccounts_waitsForStaff() {
    clientWith(Client.Kind.OTHER, ROSA);

    assertThat(verify(sent(ROSA), PASSWORD).get("status")).isEqualTo("pending");
    assertThat(pending().getFirst().candidates()).hasSize(1);
    assertThat(identities.passwords.values()).containsExactly(PASSWORD);
  }

  @Test
  void ofManyWithTheAddress_tenAreShownToStaff() {
    for (int number = 0; number < 41; number++) {
      clientWith(Client.Kind.CLIENT, ROSA);
    }

    assertThat(verify(sent(ROSA), PASSWORD).get("status")).isEqualTo("pending");
    assertThat(pending().getFirst().candidates()).hasSize(10);
  }

  @Test
  void anAddressThatIsNoLongerOnFile_givesNoAccess() {
    Client client = clientWith(Client.Kind.CLIENT, "old@example.org");
    write(
        Write.create(
            Fields.of()
                .with("clientId", client.id().value())
                .at(TableKeys.clientEmail(client.path(), new EmailAddress(ROSA)))));

    assertThat(verify(sent(ROSA), PASSWORD).get("status")).isEqualTo("pending");
    assertThat(account(client)).isEmpty();
  }

  @Test
  void aToken_isUsedOnce_andEndsTheOtherValidOne() {
    String first = sent(ROSA);
    String second = sent(ROSA);

    assertThat(verify(second, PASSWORD).status()).isEqualTo(200);
    assertThat(verify(first, OTHER).problem()).isEqualTo("token-not-valid");
    assertThat(verify(second, OTHER).problem()).isEqualTo("token-not-valid");
    assertThat(clientsOf(ROSA)).isEqualTo(1);
    assertThat(identities.passwords.values()).containsExactly(PASSWORD);
  }

  @Test
  void aFirmMayRequireClassesOfCharacters_andTheTokenStaysValid() {
    Firm.Settings settings = firm.firm.settings();
    write(
        Write.put(
            firm.firm
                .withDetails(
                    "Meyer",
                    new Firm.Settings(
                        5,
                        "create",
                        settings.timeZone(),
                        settings.language(),
                        true,
                        settings.secondFactor(),
                        settings.notes(),
                        Optional.empty(),
                        settings.mailTimes(),
                        settings.reminders(),
                        settings.deliveries()))
                .toItem()));
    String token = sent(ROSA);

    assertThat(verify(token, "twelve signs, no digit").problem()).isEqualTo("password-too-weak");
    assertThat(identities.passwords).isEmpty();
    assertThat(verify(token, PASSWORD).status()).isEqualTo(200);
  }

  /** Who registered twice gets the account once. */
  @Test
  void whoHasTheAccountAlready_isActive_andNothingIsCreated() {
    verify(sent(ROSA), PASSWORD);
    int accounts = clientsOf(ROSA);

    Exchange.Answer again = verify(sent(ROSA), PASSWORD);

    assertThat(again.get("status")).isEqualTo("active");
    assertThat(clientsOf(ROSA)).isEqualTo(accounts);
    Clock later = Clock.offset(firm.clock, Duration.ofMinutes(1));
    assertThat(new GetMe(firm.table, later).handle(TestFirm.caller(identities.of(ROSA))).clientOf())
        .extracting(GetMe.ClientOf::site)
        .containsOnly("meyer");
  }

  /** Before each call, another browser verifies the same token, or the other valid one. */
  @Test
  void twoBrowsersAtOnce_haveOneOutcome_atAnyCall() {
    for (boolean same : List.of(true, false)) {
      for (boolean known : List.of(true, false)) {
        int step = 0;
        boolean more = true;
        while (more) {
          step++;
          VerifyRegistrationTest fresh = new VerifyRegistrationTest();
          more = fresh.race(step, same, known);
        }
        assertThat(step).isGreaterThan(6);
      }
    }
  }

  private boolean race(int step, boolean same, boolean known) {
    Optional<Client> client =
        known ? Optional.of(clientWith(Client.Kind.CLIENT, ROSA)) : Optional.empty();
    String other = sent(ROSA);
    String own = same ? other : sent(ROSA);
    int[] statuses = new int[2];
    CallSchedule calls =
        new CallSchedule().before(step, () -> statuses[1] = verify(other, OTHER).status());

    statuses[0] =
        verify(
                own,
                PASSWORD,
                calls.around(firm.table),
                calls.around(Identities.class, identities),
                firm.clock)
            .status();

    if (calls.made() < step) {
      return false;
    }
    assertThat(statuses).as("step %d", step).containsOnlyOnce(200);
    assertThat(statuses).as("step %d", step).containsAnyOf(409, 422);
    assertThat(clientsOf(ROSA)).isEqualTo(1);
    assertThat(identities.passwords.values())
        .as("step %d: the password is of the browser that got 200", step)
        .containsExactly(statuses[0] == 200 ? PASSWORD : OTHER);
    client.ifPresent(
        of -> assertThat(account(of).orElseThrow().person()).contains(identities.of(ROSA)));
    return true;
  }

  /** The function crashes before or after each call; the person tries again. */
  @Test
  void aCrashAtAnyCall_isFixedByTheNextTry_orHasDoneEverything() {
    for (boolean after : List.of(true, false)) {
      int step = 0;
      boolean more = true;
      while (more) {
        step++;
        more = new VerifyRegistrationTest().crash(step, after);
      }
      assertThat(step).isGreaterThan(6);
    }
  }

  private boolean crash(int step, boolean after) {
    String token = sent(ROSA);
    CallSchedule calls = new CallSchedule().failAt(step, after);
    int status =
        verify(
                token,
                PASSWORD,
                calls.around(firm.table),
                calls.around(Identities.class, identities),
                firm.clock)
            .status();
    if (calls.made() < step) {
      return false;
    }
    assertThat(status).isEqualTo(500);
    int again = verify(token, PASSWORD, firm.table, identities, firm.clock).status();

    assertThat(again).as("step %d", step).isIn(200, 422);
    assertThat(clientsOf(ROSA)).as("step %d", step).isEqualTo(1);
    PersonId person = identities.of(ROSA);
    assertThat(identities.passwords).containsExactly(Map.entry(person, PASSWORD));
    return true;
  }

  /** Before each call, staff change the client to a kind without accounts. */
  @Test
  void aClientThatChangesMeanwhile_isDecidedByItsNewState() {
    int step = 0;
    boolean more = true;
    while (more) {
      step++;
      more = new VerifyRegistrationTest().change(step);
    }
    assertThat(step).isGreaterThan(6);
  }

  private boolean change(int step) {
    Client client = clientWith(Client.Kind.CLIENT, ROSA);
    boolean[] before = new boolean[1];
    CallSchedule calls =
        new CallSchedule()
            .before(
                step,
                () -> {
                  before[0] = account(client).isEmpty();
                  firm.table.update(
                      Write.update(TableKeys.client(client.path()))
                          .set(Fields.of().with("kind", "other").build())
                          .add(Item.REVISION, 1)
                          .when(Condition.present()));
                });
    Exchange.Answer answer =
        verify(
            sent(ROSA),
            PASSWORD,
            calls.around(firm.table),
            calls.around(Identities.class, identities),
            firm.clock);
    if (calls.made() < step) {
      return false;
    }
    assertThat(before[0]).isTrue();
    assertThat(answer.get("status")).as("step %d", step).isEqualTo("pending");
    assertThat(account(client)).isEmpty();
    return true;
  }
}
