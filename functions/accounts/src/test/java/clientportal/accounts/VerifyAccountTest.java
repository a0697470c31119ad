package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.Purpose;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class VerifyAccountTest {
  private static final String PASSWORD = "Correct-horse-9";

  private final TestFirm firm = new TestFirm();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final String browserKey = Secrets.token();
  private final String code = "01234567";

  private VerifyAccountHandler at(Duration later) {
    return handler(firm.table, Clock.offset(firm.clock, later));
  }

  private VerifyAccountHandler handler(Table table, Clock clock) {
    return new VerifyAccountHandler(
        new VerifyAccount(
            table, new People(table, identities, firm.clock, firm.ids), clock, firm.ids));
  }

  /** Invites the client and sends a verification. */
  private String sent(Client client) {
    Account invited =
        Account.invite(
            new Holder.Party(client.path(), Recipient.CLIENT),
            client.email().orElseThrow(),
            TestFirm.NOW);
    return sent(invited);
  }

  private String sent(Account invited) {
    String token = Secrets.token();
    Token verification =
        Token.verification(
            token,
            code,
            Hashes.sha256(browserKey),
            new Purpose.ForAccount(invited.holder()),
            invited.email(),
            TestFirm.NOW);
    firm.table.write(
        List.of(
            Write.put(invited.withVerification(verification.hash()).toItem()),
            verification.create()));
    return token;
  }

  private Client client() {
    return firm.client(Client.Kind.CLIENT, Optional.of("carla@example.com"));
  }

  private static Exchange.Answer post(
      VerifyAccountHandler handler, String token, String name, String proof, String more) {
    return Exchange.of("POST", "/v1/verifications")
        .json("{\"token\": \"%s\", \"%s\": \"%s\"%s}".formatted(token, name, proof, more))
        .send(handler);
  }

  private static final String WITH_PASSWORD = ", \"password\": \"" + PASSWORD + "\"";

  private Account account(Client client) {
    Key key = TableKeys.account(new Holder.Party(client.path(), Recipient.CLIENT));
    return Account.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  @Test
  void theBrowserThatRequestedIt_activatesTheAccount_andThePersonGetsThePassword() {
    Client client = client();
    String token = sent(client);

    Exchange.Answer answer =
        post(at(Duration.ofMinutes(29)), token, "browserKey", browserKey, WITH_PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("status")).isEqualTo("active");
    PersonId person = identities.of("carla@example.com");
    assertThat(identities.passwords).containsExactly(Map.entry(person, PASSWORD));
    assertThat(account(client).status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account(client).person()).contains(person);
    assertThat(new GetMe(firm.table, at29()).handle(TestFirm.caller(person)).clientOf())
        .singleElement()
        .satisfies(of -> assertThat(of.client().id()).isEqualTo(client.id()));
    assertThat(post(at(Duration.ofMinutes(29)), token, "browserKey", browserKey, "").problem())
        .isEqualTo("token-not-valid");
  }

  private Clock at29() {
    return Clock.offset(firm.clock, Duration.ofMinutes(29));
  }

  @Test
  @Tag("BC14")
  void theCodeFromTheMail_worksInAnyBrowser_butNotAfterThirtyMinutes() {
    Client client = client();
    String token = sent(client);

    assertThat(post(at(Duration.ofMinutes(30)), token, "code", code, "").problem())
        .isEqualTo("token-not-valid");
    assertThat(account(client).status()).isEqualTo(AccountStatus.INVITED);
    assertThat(
            post(at(Duration.ofMinutes(30).minusMillis(1)), token, "code", " 0123 4567", "")
                .status())
        .isEqualTo(200);
    assertThat(identities.passwords).isEmpty();
  }

  @Test
  void fiveWrongCodes_endTheToken_evenForTheRightOne() {
    String token = sent(client());

    for (int i = 0; i < 5; i++) {
      assertThat(post(at(Duration.ZERO), token, "code", "9999999" + i, "").problem())
          .isEqualTo("token-not-valid");
    }
    assertThat(post(at(Duration.ZERO), token, "code", code, "").problem())
        .isEqualTo("token-not-valid");
    assertThat(identities.people).isEmpty();
  }

  @Test
  void theRightProof_isNeverCounted_andTheNextTryWorksAtOnce() {
    String token = sent(client());
    for (int i = 0; i < 10; i++) {
      identities.failure = Optional.of(new IllegalStateException("Cognito"));
      assertThat(post(at(Duration.ZERO), token, "code", code, WITH_PASSWORD).status())
          .isEqualTo(500);
      identities.failure = Optional.of(Password.tooWeak());
      assertThat(post(at(Duration.ZERO), token, "browserKey", browserKey, WITH_PASSWORD).problem())
          .isEqualTo("password-too-weak");
    }
    identities.failure = Optional.empty();
    Table contended = new FailingTable(firm.table, new ConflictException("others"), 4);
    assertThat(post(handler(contended, firm.clock), token, "code", code, WITH_PASSWORD).problem())
        .isEqualTo("conflict");

    assertThat(post(at(Duration.ZERO), token, "code", code, WITH_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void wrongTries_areCountedWhateverTheyPretend() {
    String token = sent(client());
    for (int i = 0; i < 5; i++) {
      String name = i % 2 == 0 ? "code" : "browserKey";
      assertThat(post(at(Duration.ZERO), token, name, "x" + i, "").problem())
          .isEqualTo("token-not-valid");
      if (i < 4) {
        assertThat(post(at(Duration.ofMinutes(30)), token, "code", code, "").problem())
            .isEqualTo("token-not-valid");
      }
    }
    assertThat(post(at(Duration.ZERO), token, "browserKey", browserKey, "").problem())
        .isEqualTo("token-not-valid");
  }

  @Test
  void anUnknownToken_anInvitation_andAnotherAccountsKey_haveTheSameAnswer() {
    Client client = client();
    sent(client);
    String invitation = Secrets.token();
    firm.table.write(
        List.of(
            Token.invitation(
                    invitation, account(client).holder(), account(client).email(), TestFirm.NOW)
                .create()));

    Object unknown = post(at(Duration.ZERO), Secrets.token(), "code", code, "").body();
    assertThat(post(at(Duration.ZERO), invitation, "browserKey", browserKey, "").body())
        .isEqualTo(unknown);
    assertThat(post(at(Duration.ZERO), Hashes.sha256("x"), "browserKey", browserKey, "").body())
        .isEqualTo(unknown);
  }

  @Test
  @Tag("BX9")
  void aWeakPassword_isRefused_andChangesNothing() {
    String token = sent(client());
    Map<Key, Item> before = firm.table.everything();

    for (String weak :
        List.of("Sh0rt-1", "Password1!", "Password-2026", "123456789123", "horse-horse-horse-")) {
      assertThat(
              post(at(Duration.ZERO), token, "code", code, ", \"password\": \"" + weak + "\"")
                  .problem())
          .isEqualTo("password-too-weak");
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  @Tag("BX9")
  void aFirmMayRequireClassesOfCharacters_andTheTokenStaysValid() {
    Client client = client();
    String token = sent(client);
    firm.table.write(
        List.of(
            Write.put(
                firm.firm
                    .withDetails(
                        "Meyer",
                        new Firm.Settings(
                            5,
                            "create",
                            firm.firm.settings().timeZone(),
                            firm.firm.settings().language(),
                            true,
                            firm.firm.settings().secondFactor(),
                            firm.firm.settings().notes(),
                            Optional.empty(),
                            firm.firm.settings().mailTimes(),
                            firm.firm.settings().reminders(),
                            firm.firm.settings().deliveries()))
                    .toItem())));

    Exchange.Answer refused =
        post(at(Duration.ZERO), token, "code", code, ", \"password\": \"twelve signs, no digit\"");

    assertThat(refused.problem()).isEqualTo("password-too-weak");
    assertThat(refused.get("detail")).asString().startsWith("Meyer requires");
    assertThat(identities.people).isEmpty();
    assertThat(post(at(Duration.ZERO), token, "code", code, WITH_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void bothOrNeitherOfKeyAndCode_isAFault() {
    Exchange.Answer both = post(at(Duration.ZERO), "t", "code", code, ", \"browserKey\": \"k\"");
    Exchange.Answer neither =
        Exchange.of("POST", "/v1/verifications").json("{\"token\": \"t\"}").send(at(Duration.ZERO));

    assertThat(both.problem()).isEqualTo("invalid-request");
    assertThat(neither.get("errors").toString()).contains("/browserKey", "required");
  }

  @Test
  void anExistingPerson_keepsThePassword_andIsJoinedToTheNewAccount() {
    String first = sent(client());
    post(at(Duration.ZERO), first, "code", code, WITH_PASSWORD);
    PersonId person = identities.of("carla@example.com");
    TestFirm other = new TestFirm(firm.table);
    Client elsewhere = other.client(Client.Kind.CLIENT, Optional.of("CARLA@example.com"));

    post(at(Duration.ZERO), sent(elsewhere), "code", code, ", \"password\": \"Another-pass-1\"");

    assertThat(identities.passwords).containsExactly(Map.entry(person, PASSWORD));
    assertThat(new GetMe(firm.table, firm.clock).handle(TestFirm.caller(person)).clientOf())
        .hasSize(2);
  }

  @Test
  void aStaffMember_isActivatedInTheSameWay() {
    StaffMember member = firm.staffMember(Role.ADMINISTRATOR, false, Optional.empty());
    firm.table.write(List.of(Write.create(member.toItem())));
    Account invited =
        Account.invite(member.holder(), new EmailAddress("ada@firm.test"), TestFirm.NOW);

    assertThat(post(at(Duration.ZERO), sent(invited), "code", code, WITH_PASSWORD).status())
        .isEqualTo(200);

    PersonId person = identities.of("ada@firm.test");
    assertThat(new GetMe(firm.table, firm.clock).handle(TestFirm.caller(person)).staffOf())
        .singleElement()
        .satisfies(of -> {
          assertThat(of.firm().id()).isEqualTo(firm.id);
          assertThat(of.membership().role()).isEqualTo(Role.ADMINISTRATOR);
          assertThat(of.firm().administrators()).isEqualTo(firm.firm.administrators() + 1);
        });
  }

  @Test
  void aStaffMemberWhoWasDisabledSinceTheInvitation_doesNotComeIn() {
    StaffMember invited = firm.staffMember(Role.ADMINISTRATOR, true, Optional.empty());
    StaffMember disabled = invited.withPlace(Role.ADMINISTRATOR, true, false);
    firm.table.write(List.of(Write.create(disabled.toItem())));
    String token =
        sent(Account.invite(invited.holder(), new EmailAddress("ada@firm.test"), TestFirm.NOW));
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(at(Duration.ZERO), token, "browserKey", browserKey, WITH_PASSWORD).problem())
        .isEqualTo("token-not-valid");
    assertThat(post(at(Duration.ZERO), token, "code", code, WITH_PASSWORD).problem())
        .isEqualTo("token-not-valid");

    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(identities.people).isEmpty();
  }

  @Test
  void aCrashBeforeTheTransaction_isFixedByTheNextTry() {
    Client client = client();
    String token = sent(client);
    Table crashing = new FailingTable(firm.table, new IllegalStateException("crash"), 1);

    assertThat(post(handler(crashing, firm.clock), token, "code", code, WITH_PASSWORD).status())
        .isEqualTo(500);
    assertThat(account(client).status()).isEqualTo(AccountStatus.INVITED);

    assertThat(post(at(Duration.ofSeconds(16)), token, "code", code, WITH_PASSWORD).status())
        .isEqualTo(200);
    assertThat(identities.people).hasSize(1);
  }

  @Test
  void theLoserOfARace_setsNoPassword() {
    Client client = client();
    String token = sent(client);
    People winner = new People(firm.table, identities, firm.clock, firm.ids);
    EmailAddress email = new EmailAddress("carla@example.com");
    winner.findOrCreate(
        email,
        People.Claim.of(Optional.of(PASSWORD)),
        firm.table.read(List.of(TableKeys.email(email))),
        TestFirm.NOW);

    Exchange.Answer loser =
        post(at(Duration.ZERO), token, "code", code, ", \"password\": \"Another-pass-1\"");

    assertThat(loser.problem()).isEqualTo("conflict");
    assertThat(identities.passwords.values()).containsExactly(PASSWORD);
  }

  @Test
  void aTransactionThatConflicts_isDecidedAgain() {
    Client client = client();
    String token = sent(client);
    Table contended = new FailingTable(firm.table, new ConflictException("others"), 1);

    assertThat(post(handler(contended, new Ticking(firm.clock)), token, "code", code, "").status())
        .isEqualTo(200);
    assertThat(account(client).status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void proofs_areNeverPrinted() {
    assertThatThrownBy(() -> new EmailAddress("nobody")).hasMessageNotContaining("nobody");
    assertThat(
            new VerificationProof(
                "secret",
                Optional.of("secret"),
                Optional.empty(),
                Optional.of("secret"),
                Optional.of("secret")))
        .hasToString("VerificationProof");
    assertThat(People.Claim.of(Optional.of("secret"))).hasToString("Claim");
    assertThat(BrowserKey.create(TestFirm.NOW)).hasToString("BrowserKey");
    assertThat(new InvitationToken("secret")).hasToString("InvitationToken");
  }

  /** A clock that moves on, so that the claim of a lost attempt is over at the next read. */
  private static final class Ticking extends Clock {
    private final Clock clock;
    private int looks;

    Ticking(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant instant() {
      return clock.instant().plusSeconds(20L * looks++);
    }

    @Override
    public java.time.ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  /** Fails the first transactions. */
  private static final class FailingTable implements Table {
    private final InMemoryTable table;
    private final RuntimeException failure;
    private int left;

    FailingTable(InMemoryTable table, RuntimeException failure, int times) {
      this.table = table;
      this.failure = failure;
      this.left = times;
    }

    @Override
    public Items read(Collection<Key> keys) {
      return table.read(keys);
    }

    @Override
    public Items readSnapshot(Collection<Key> keys) {
      return table.readSnapshot(keys);
    }

    @Override
    public Page query(PageQuery query) {
      return table.query(query);
    }

    @Override
    public void write(List<Write> writes) {
      if (left-- > 0) {
        throw failure;
      }
      table.write(writes);
    }

    @Override
    public Optional<Item> update(Write.Update update) {
      return table.update(update);
    }
  }
}
