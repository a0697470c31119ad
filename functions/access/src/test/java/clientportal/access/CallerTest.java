package clientportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.SignIn.Factors;
import clientportal.access.decision.Action;
import clientportal.access.decision.Role;
import clientportal.access.decision.SecondFactor;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.Sessions;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.Response;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallerTest {
  private final TestFirm firm = new TestFirm();
  private final Table table = firm.table;

  private Reach reach(PersonId person, Instant signedInAt) {
    return reach(person, new SignIn(signedInAt, true, Factors.TWO));
  }

  private Reach reach(PersonId person, SignIn signIn) {
    return firm.access().reach(new Caller(person, signIn), new FirmPath(firm.id), List.of());
  }

  private static void assertEnded(ThrowingCallable call) {
    assertRefused(call, ProblemType.SESSION_ENDED);
  }

  private static void assertRefused(ThrowingCallable call, ProblemType problem) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.type()).isEqualTo(problem));
  }

  private void require(SecondFactor secondFactor) {
    Firm.Settings before = firm.firm.settings();
    Firm.Settings after =
        new Firm.Settings(
            before.digestMinutes(),
            before.selfRegistration(),
            before.timeZone(),
            before.language(),
            before.passwordClasses(),
            secondFactor,
            before.notes(),
            before.replyTo(),
            before.mailTimes(),
            before.reminders(),
            before.deliveries());
    table.write(List.of(Write.put(firm.firm.withDetails("Meyer", after).toItem())));
  }

  private void known(PersonId person) {
    table.write(
        List.of(
            Write.create(Fields.of().with("email", "p@mail.test").at(TableKeys.person(person)))));
  }

  @Test
  void staff_signInEveryTwelveHours_andClientsNeedNot() {
    PersonId staff = firm.staff(Role.STAFF, false);
    Client client = firm.client(Client.Kind.CLIENT, Optional.of("carla@client.test"));
    PersonId carla = firm.link(client.path());
    Instant longAgo = TestFirm.NOW.minus(Duration.ofHours(12));

    reach(staff, longAgo).require(Action.READ_FIRM);
    assertEnded(() -> reach(staff, longAgo.minusSeconds(1)));
    firm.access()
        .reach(
            new Caller(carla, new SignIn(longAgo.minus(Duration.ofDays(20)), false, Factors.ONE)),
            client.path(),
            List.of())
        .require(Action.LIST_SHARED);
  }

  @Test
  void staff_useTheStaffClientAlone() {
    PersonId staff = firm.staff(Role.STAFF, false);

    assertRefused(
        () -> reach(staff, new SignIn(TestFirm.NOW, false, Factors.TWO)),
        ProblemType.STAFF_CLIENT_REQUIRED);
    reach(TestFirm.person(), new SignIn(TestFirm.NOW, false, Factors.ONE));
  }

  @Test
  void aSecondFactor_isRequiredOfThoseWhomTheFirmAsksForIt_andOfAdministratorsUnlessItSaysMore() {
    PersonId staff = firm.staff(Role.STAFF, false);
    PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
    SignIn without = new SignIn(TestFirm.NOW, true, Factors.ONE);

    reach(staff, without).require(Action.READ_FIRM);
    assertRefused(() -> reach(administrator, without), ProblemType.SECOND_FACTOR_REQUIRED);
    require(SecondFactor.STAFF);
    assertRefused(() -> reach(staff, without), ProblemType.SECOND_FACTOR_REQUIRED);
    assertRefused(() -> reach(administrator, without), ProblemType.SECOND_FACTOR_REQUIRED);
    require(SecondFactor.NOBODY);
    reach(staff, without).require(Action.READ_FIRM);
    reach(administrator, without).require(Action.READ_FIRM);
  }

  @Test
  void whatAFirmRequires_isReadOnlyForStaffWithoutASecondFactor() {
    AtomicInteger reads = new AtomicInteger();
    Access counting = new Access(new CountingReads(table, reads), firm.clock);
    PersonId staff = firm.staff(Role.STAFF, false);
    FirmPath path = new FirmPath(firm.id);

    counting.reach(TestFirm.caller(staff), path, List.of());
    assertThat(reads).hasValue(1);
    counting.reach(new Caller(staff, new SignIn(TestFirm.NOW, true, Factors.ONE)), path, List.of());
    assertThat(reads).hasValue(3);
    counting.reach(
        new Caller(TestFirm.person(), new SignIn(TestFirm.NOW, true, Factors.ONE)),
        path,
        List.of());
    assertThat(reads).hasValue(4);
    counting.reach(
        new Caller(staff, new SignIn(TestFirm.NOW, true, Factors.ONE)),
        path,
        List.of(TableKeys.firm(firm.id)));
    assertThat(reads).as("the firm was read with the rest").hasValue(5);
  }

  @ParameterizedTest
  @CsvSource({
    "[pwd otp mfa], TWO, TWO",
    "[swk], TWO, TWO",
    "[hwk], TWO, TWO",
    "'[pwd, otp, mfa]', TWO, TWO",
    "[pwd], ONE, UNASKED",
    "[email_otp], ONE, UNASKED",
    "[otp], ONE, UNASKED",
    "[pwd sms mfa], ONE, UNASKED",
    "[fed], ONE, UNASKED",
    "'', ONE, UNASKED"
  })
  void aPasskey_orPasswordAndApp_isASecondFactor_andNothingElse(
      String methods, Factors said, Factors whereNobodyIsAsked) {
    AtomicReference<Caller> caller = new AtomicReference<>();
    Endpoint endpoint =
        Endpoint.of(request -> {
          caller.set(Caller.of(request));
          return Response.noContent();
        });

    Exchange.of("GET", "/v1/me").as(TestFirm.person().value()).by(methods).send(endpoint);
    assertThat(caller.get().signIn().factors()).isEqualTo(said);
    assertThat(caller.get().signIn().isForStaff()).isTrue();

    Exchange.of("GET", "/v1/me")
        .as(TestFirm.person().value())
        .by(methods)
        .through("portal")
        .onAStageWithoutSecondFactor()
        .send(endpoint);
    assertThat(caller.get().signIn().factors()).isEqualTo(whereNobodyIsAsked);
    assertThat(caller.get().signIn().isForStaff()).isFalse();
  }

  @Test
  void sessionsThatWereEnded_areRefused_toTheSecondOfTheirToken() {
    PersonId staff = firm.staff(Role.STAFF, false);
    known(staff);
    table.write(List.of(Sessions.end(staff, TestFirm.NOW.plusMillis(700))));

    assertEnded(() -> reach(staff, TestFirm.NOW.minusSeconds(1)));
    reach(staff, TestFirm.NOW).require(Action.READ_FIRM);
  }

  @Test
  void aRenewal_isDueUntilItIsDone_andSurvivesTheEndOfSessions() {
    PersonId person = TestFirm.person();
    known(person);
    table.write(List.of(Sessions.renewAtNextProof(person)));
    table.write(List.of(Sessions.end(person, TestFirm.NOW)));
    assertThat(Sessions.isRenewalDue(item(person))).isTrue();

    table.write(List.of(Sessions.renewed(person, TestFirm.NOW)));

    assertThat(Sessions.isRenewalDue(item(person))).isFalse();
    assertThat(item(person).fields().text("email")).isEqualTo("p@mail.test");
  }

  private Item item(PersonId person) {
    return table.read(List.of(TableKeys.person(person))).require(TableKeys.person(person));
  }

  /** Counts the reads. */
  private record CountingReads(Table table, AtomicInteger reads) implements Table {
    @Override
    public Items read(Collection<Key> keys) {
      reads.incrementAndGet();
      return table.read(keys);
    }

    @Override
    public Items readSnapshot(Collection<Key> keys) {
      reads.incrementAndGet();
      return table.readSnapshot(keys);
    }

    @Override
    public Page query(PageQuery query) {
      return table.query(query);
    }

    @Override
    public void write(List<Write> writes) {
      table.write(writes);
    }

    @Override
    public Optional<Item> update(Write.Update update) {
      return table.update(update);
    }
  }
}
