package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.SignInReset;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Purpose;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResetSecondFactorTest {
  private static final EmailAddress SAM = new EmailAddress("sam@firm.test");

  private final TestFirm firm = new TestFirm();
  private final InMemoryTable table = firm.table;
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final PersonId sam = TestFirm.person();
  private final StaffMember member = member(sam);

  private StaffMember member(PersonId person) {
    StaffMember added = firm.staffMember(Role.STAFF, false, Optional.of(person));
    write(
        Write.create(added.toItem()),
        Affiliations.put(firm.id, person, added.membership()),
        Affiliations.reference(firm.id, person),
        Write.create(Fields.of().with("email", SAM.value()).at(TableKeys.person(person))),
        Write.create(
            Fields.of()
                .withTexts("hashes", List.of("x"))
                .with(Item.REVISION, 1)
                .at(TableKeys.recoveryCodes(person))));
    identities.withApp.add(person);
    identities.withPasskeys.add(person);
    return added;
  }

  private void write(Write... writes) {
    ((Table) table).write(List.of(writes));
  }

  private Exchange.Answer reset(StaffMember member, PersonId caller) {
    return reset(member, caller, table, identities);
  }

  private Exchange.Answer reset(StaffMember member, PersonId caller, Table used, Identities pool) {
    return Exchange.of(
            "DELETE", "/v1/firms/" + firm.id + "/staff/" + member.id() + "/second-factor")
        .as(caller.value())
        .path("firmId", firm.id)
        .path("staffId", member.id())
        .send(
            new ResetSecondFactorHandler(
                new ResetSecondFactor(
                    new Access(used, firm.clock), used, pool, firm.clock, firm.ids)));
  }

  private int getMe() {
    return Exchange.of("GET", "/v1/me")
        .as(sam.value())
        .signedInAt(TestFirm.NOW.minus(Duration.ofSeconds(1)))
        .send(new GetMeHandler(new GetMe(table, firm.clock)))
        .status();
  }

  @Test
  void aColleague_startsOver_andThePersonAndTheAdministratorsAreTold() {
    assertThat(getMe()).isEqualTo(200);

    assertThat(reset(member, administrator).status()).isEqualTo(204);

    assertThat(identities.withApp).isEmpty();
    assertThat(identities.withPasskeys).isEmpty();
    assertThat(identities.passwords.get(sam)).hasSize(43);
    assertThat(getMe()).isEqualTo(401);
    assertThat(codes().hashes()).isEmpty();
    assertThat(table.partition("EMAIL#" + SAM.hash() + "#EVENTS"))
        .singleElement()
        .extracting(event -> Event.fromItem(event).data())
        .isEqualTo(new SignInReset(SAM, sam));
    assertThat(table.partition("FIRM#" + firm.id + "#EVENTS"))
        .singleElement()
        .extracting(event -> Event.fromItem(event).data())
        .isEqualTo(new SecondFactorReset(member.holder(), member.name()));
  }

  @Test
  void othersThanAdministrators_mayNot() {
    Map<Key, Item> before = table.everything();
    PersonId outsider = new TestFirm().staff(Role.ADMINISTRATOR, true);

    assertThat(reset(member, sam).problem()).isEqualTo("permission-required");
    assertThat(reset(member, outsider).problem()).isEqualTo("not-found");
    assertThat(table.everything()).isEqualTo(before);
    assertThat(identities.withApp).containsExactly(sam);
  }

  @Test
  void aFirm_doesNotChangeHowSomebodySignsInToAnother() {
    TestFirm other = new TestFirm(table);
    PersonId inBothFirms = TestFirm.person();
    PersonId clientThere = TestFirm.person();
    PersonId operator = TestFirm.person();
    StaffMember colleague = member(inBothFirms);
    StaffMember withAccount = member(clientThere);
    StaffMember appointed = member(operator);
    StaffMember there = other.staffMember(Role.STAFF, false, Optional.of(inBothFirms));
    Client client = other.client(Client.Kind.CLIENT, Optional.empty());
    write(
        Affiliations.put(other.id, inBothFirms, there.membership()),
        Affiliations.reference(other.id, inBothFirms),
        Write.create(Fields.of().at(TableKeys.personClient(clientThere, client.path()))),
        Write.create(Fields.of().at(TableKeys.operator(operator))));
    Map<Key, Item> before = table.everything();

    for (StaffMember member : List.of(colleague, withAccount, appointed)) {
      assertThat(reset(member, administrator).problem()).isEqualTo("conflict");
    }
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    write(Write.create(invited.toItem()));
    assertThat(List.of(colleague, withAccount, appointed, invited))
        .extracting(refused -> reset(refused, administrator).body())
        .as("the answer does not tell why")
        .containsOnly(reset(colleague, administrator).body());
    write(Write.delete(TableKeys.staff(firm.id, invited.id())));
    assertThat(table.everything()).isEqualTo(before);
    assertThat(identities.passwords).isEmpty();
  }

  @Test
  void aColleagueWhoIsAClientOfTheSameFirm_canBeReset() {
    Client client = firm.client(Client.Kind.CLIENT, Optional.empty());
    write(Write.create(Fields.of().at(TableKeys.personClient(sam, client.path()))));

    assertThat(reset(member, administrator).status()).isEqualTo(204);
    assertThat(identities.withApp).isEmpty();
  }

  @Test
  void aColleagueWhoIsDisabledInAnotherFirm_canBeReset() {
    TestFirm other = new TestFirm(table);
    Membership there = other.staffMember(Role.STAFF, false, Optional.of(sam)).membership();
    Membership disabled =
        new Membership(there.staff(), there.name(), there.role(), there.webPortal(), false);
    write(Affiliations.put(other.id, sam, disabled), Affiliations.reference(other.id, sam));

    assertThat(reset(member, administrator).status()).isEqualTo(204);
    assertThat(identities.withApp).isEmpty();
  }

  @Test
  void whoeverHasNotSignedIn_orIsTheCaller_isRefused() {
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    StaffMember self = firm.staffMember(Role.ADMINISTRATOR, false, Optional.of(administrator));
    write(Write.create(invited.toItem()), Write.create(self.toItem()));

    assertThat(reset(invited, administrator).problem()).isEqualTo("conflict");
    assertThat(reset(self, administrator).problem()).isEqualTo("conflict");
  }

  private RecoveryCodes codes() {
    return RecoveryCodes.of(sam, table.read(List.of(TableKeys.recoveryCodes(sam))));
  }

  private long reported() {
    return table.partition("FIRM#" + firm.id + "#EVENTS").size();
  }

  @Test
  void codesThatWereRead_cannotBeWrittenBackOverNewOnes() {
    List<String> old = RecoveryCodes.fresh();
    write(codes().replaceBy(old));
    RecoveryCodes read = codes();
    reset(member, administrator);
    while (codes().revision() < read.revision()) {
      write(codes().replaceBy(RecoveryCodes.fresh()));
    }

    assertThat(((Table) table).tryWrite(List.of(read.use(old.getFirst()).orElseThrow()))).isFalse();
  }

  @Test
  void aCrashAtAnyCall_leavesNothingUnreported() {
    int points =
        CallSchedule.everywhere(calls -> {
          ResetSecondFactorTest test = new ResetSecondFactorTest();
          calls.run(() ->
              test.reset(
                  test.member,
                  test.administrator,
                  calls.around(test.table),
                  calls.around(Identities.class, test.identities)));
          if (test.identities.withApp.isEmpty()) {
            assertThat(test.reported()).isEqualTo(1);
            assertThat(test.codes().hashes()).isEmpty();
            assertThat(test.getMe()).isEqualTo(401);
          }
        });
    assertThat(points).isGreaterThan(10);
  }

  @Test
  void twoAtOnce_doNotMixTheirChanges() {
    for (boolean byColleague : List.of(true, false)) {
      int step = 0;
      while (new ResetSecondFactorTest().race(++step, byColleague)) {}
      assertThat(step).isGreaterThan(6);
    }
  }

  /**
   * Another administrator does the same before one of the calls, or the colleague sets a password.
   */
  private boolean race(int step, boolean byColleague) {
    String token = Secrets.token();
    forgotten(token);
    CallSchedule calls =
        new CallSchedule()
            .before(
                step,
                () -> {
                  boolean begun = reported() > 0;
                  int status =
                      byColleague ? setPassword(token) : reset(member, administrator).status();
                  assertThat(status).as("step %d", step).isEqualTo(begun ? 409 : 204);
                });

    assertThat(
            reset(
                    member,
                    administrator,
                    calls.around(table),
                    calls.around(Identities.class, identities))
                .status())
        .as("step %d", step)
        .isEqualTo(204);

    assertThat(identities.passwords.get(sam)).hasSize(43);
    return calls.made() >= step;
  }

  private void forgotten(String token) {
    Token sent =
        Token.verification(
            token,
            "01234567",
            Hashes.sha256("browser"),
            new Purpose.ForPasswordReset(sam),
            SAM,
            TestFirm.NOW);
    write(
        Write.create(Fields.of().with("personId", sam.value()).at(TableKeys.email(SAM))),
        sent.create(),
        new ValidTokens(TableKeys.sentToReset(SAM), List.of(), 0).add(sent));
  }

  private int setPassword(String token) {
    return Exchange.of("POST", "/v1/password-resets/confirmation")
        .json(
            "{\"token\": \"%s\", \"browserKey\": \"browser\", \"password\": \"Correct-horse-9\"}"
                .formatted(token))
        .send(new ResetPasswordHandler(new ResetPassword(table, identities, firm.clock, firm.ids)))
        .status();
  }

  @Test
  void aCrashAtAnyCall_leavesARequestThatCanBeRepeated() {
    for (boolean after : List.of(true, false)) {
      for (int step = 1; step <= 6; step++) {
        new ResetSecondFactorTest().crash(step, after);
      }
    }
  }

  private void crash(int step, boolean after) {
    CallSchedule crashing = new CallSchedule().failAt(step, after);
    reset(
        member,
        administrator,
        crashing.around(table),
        crashing.around(Identities.class, identities));

    assertThat(reset(member, administrator).status()).isEqualTo(204);
    assertThat(identities.withApp).isEmpty();
    assertThat(getMe()).isEqualTo(401);
  }
}
