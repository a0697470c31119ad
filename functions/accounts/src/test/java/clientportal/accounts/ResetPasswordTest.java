package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.SignInRecovered;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Firm;
import clientportal.access.records.Purpose;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.access.records.ValidTokens;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.Secrets;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.BusyException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResetPasswordTest {
  private static final EmailAddress ROSA = new EmailAddress("rosa@example.org");
  private static final String PASSWORD = "Correct-horse-9";
  private static final String OTHER = "Another-pass-1";
  private static final String KEY = "browser-key";

  private final TestFirm firm = new TestFirm();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final PersonId rosa = identities.create(ROSA);

  ResetPasswordTest() {
    write(
        Write.create(Fields.of().with("personId", rosa.value()).at(TableKeys.email(ROSA))),
        Write.create(Fields.of().with("email", ROSA.value()).at(TableKeys.person(rosa))));
  }

  private void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  private String sent() {
    Key key = TableKeys.sentToReset(ROSA);
    String token = Secrets.token();
    Token reset =
        Token.verification(
            token,
            "01234567",
            Hashes.sha256(KEY),
            new Purpose.ForPasswordReset(rosa),
            ROSA,
            TestFirm.NOW);
    write(reset.create(), ValidTokens.of(key, firm.table.read(List.of(key))).add(reset));
    return token;
  }

  private Exchange.Answer reset(String token, String password) {
    return reset(token, password, firm.table, identities, firm.clock);
  }

  private Exchange.Answer reset(
      String token, String password, Table table, Identities sign, Clock clock) {
    return Exchange.of("POST", "/v1/password-resets/confirmation")
        .json(
            "{\"token\": \"%s\", \"browserKey\": \"%s\", \"password\": \"%s\"}"
                .formatted(token, KEY, password))
        .send(new ResetPasswordHandler(new ResetPassword(table, sign, clock, firm.ids)));
  }

  @Test
  void thePasswordIsSet_andSessionsAndTokensEnd() {
    String first = sent();
    String second = sent();
    identities.withPasskeys.add(rosa);

    Exchange.Answer answer = reset(second, PASSWORD);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(identities.passwords.get(rosa)).isEqualTo(PASSWORD);
    assertThat(identities.ended).containsExactly(rosa);
    assertThat(identities.withPasskeys).isEmpty();
    assertThat(reset(first, OTHER).problem()).isEqualTo("token-not-valid");
    assertThat(reset(second, OTHER).problem()).isEqualTo("token-not-valid");
    assertThat(identities.passwords.get(rosa)).isEqualTo(PASSWORD);
    assertThat(answer.log().toString()).doesNotContain(PASSWORD, second, ROSA.value());
  }

  @Test
  void tokensOfSessionsThatBeganBefore_areRefused() {
    Exchange before =
        Exchange.of("GET", "/v1/me")
            .as(rosa.value())
            .signedInAt(TestFirm.NOW.minus(Duration.ofSeconds(1)));
    GetMeHandler getMe = new GetMeHandler(new GetMe(firm.table, firm.clock));
    assertThat(before.send(getMe).status()).isEqualTo(200);

    assertThat(reset(sent(), PASSWORD).status()).isEqualTo(204);

    assertThat(before.send(getMe).problem()).isEqualTo("session-ended");
    assertThat(before.signedInAt(TestFirm.NOW).send(getMe).status()).isEqualTo(200);
  }

  private Exchange.Answer reset(String token, String password, String recoveryCode) {
    return recover(token, password, recoveryCode, firm.table, identities, firm.clock);
  }

  private Exchange.Answer recover(
      String token,
      String password,
      String recoveryCode,
      Table table,
      Identities sign,
      Clock clock) {
    return Exchange.of("POST", "/v1/password-resets/confirmation")
        .json(
            "{\"token\": \"%s\", \"browserKey\": \"%s\", \"password\": \"%s\", \"recoveryCode\": \"%s\"}"
                .formatted(token, KEY, password, recoveryCode))
        .send(new ResetPasswordHandler(new ResetPassword(table, sign, clock, firm.ids)));
  }

  /** Makes Rosa a staff member with an authenticator app; returns her recovery codes. */
  private List<String> withApp() {
    StaffMember member = firm.staffMember(Role.STAFF, false, Optional.of(rosa));
    write(
        Affiliations.put(firm.id, rosa, member.membership()),
        Affiliations.reference(firm.id, rosa));
    List<String> codes = RecoveryCodes.fresh();
    write(codes().replaceBy(codes));
    identities.withApp.add(rosa);
    return codes;
  }

  private RecoveryCodes codes() {
    return RecoveryCodes.of(rosa, firm.table.read(List.of(TableKeys.recoveryCodes(rosa))));
  }

  private long reported(Class<? extends EventData> type) {
    return firm.table.everything().values().stream()
        .filter(item ->
            item.fields().optionalText(Event.TYPE).equals(Optional.of(type.getSimpleName())))
        .count();
  }

  private List<EventData> events(String partition) {
    return firm.table.partition(partition + "#EVENTS").stream()
        .map(item -> Event.fromItem(item).data())
        .toList();
  }

  @Test
  void anAuthenticatorApp_staysAtAReset_andARecoveryCodeTurnsItOff_once() {
    StaffMember member = firm.staffMember(Role.STAFF, false, Optional.of(rosa));
    write(
        Affiliations.put(firm.id, rosa, member.membership()),
        Affiliations.reference(firm.id, rosa));
    List<String> codes = RecoveryCodes.fresh();
    write(new RecoveryCodes(rosa, List.of(), 0).replaceBy(codes));
    identities.withApp.add(rosa);

    assertThat(reset(sent(), PASSWORD).status()).isEqualTo(204);
    assertThat(identities.withApp).containsExactly(rosa);
    assertThat(events("FIRM#" + firm.id)).isEmpty();
    String token = sent();
    assertThat(reset(token, OTHER, "7k2m-q9xc-4tfn-w0zd").problem()).isEqualTo("token-not-valid");
    assertThat(identities.passwords.get(rosa)).isEqualTo(PASSWORD);
    assertThat(identities.withApp).containsExactly(rosa);

    assertThat(reset(token, OTHER, codes.getFirst()).status()).isEqualTo(204);

    assertThat(identities.withApp).isEmpty();
    assertThat(identities.passwords.get(rosa)).isEqualTo(OTHER);
    assertThat(events("FIRM#" + firm.id))
        .containsExactly(new SecondFactorReset(member.holder(), member.name()));
    assertThat(events("EMAIL#" + ROSA.hash())).contains(new SignInRecovered(ROSA, rosa));
    assertThat(reset(sent(), PASSWORD, codes.getFirst()).problem()).isEqualTo("token-not-valid");
    assertThat(reset(sent(), PASSWORD, codes.get(1)).status()).isEqualTo(204);
  }

  @Test
  void aPasswordThatIsRefused_leavesTheAuthenticatorAppOn_andTheCodeCanBeUsedAgain() {
    String code = withApp().getFirst();
    String token = sent();
    identities.failure = Optional.of(Password.tooWeak());

    assertThat(reset(token, PASSWORD, code).problem()).isEqualTo("password-too-weak");
    assertThat(identities.withApp).containsExactly(rosa);

    identities.failure = Optional.empty();
    assertThat(reset(token, OTHER, code).status()).isEqualTo(204);
    assertThat(identities.withApp).isEmpty();
    assertThat(reported(SignInRecovered.class)).isEqualTo(1);
  }

  @Test
  void aCrashAtAnyCall_leavesNothingUnreported_andTheSameRequestCompletesTheReset() {
    int points =
        CallSchedule.everywhere(calls -> {
          ResetPasswordTest test = new ResetPasswordTest();
          String code = test.withApp().getFirst();
          String token = test.sent();
          calls.run(() ->
              test.recover(
                  token,
                  PASSWORD,
                  code,
                  calls.around(test.firm.table),
                  calls.around(Identities.class, test.identities),
                  test.firm.clock));
          if (!test.identities.passwords.isEmpty()) {
            assertThat(test.reported(SignInRecovered.class)).isEqualTo(1);
          }
          Clock later = Clock.offset(test.firm.clock, Duration.ofSeconds(16));

          test.recover(token, PASSWORD, code, test.firm.table, test.identities, later);

          assertThat(test.identities.passwords.get(test.rosa)).isEqualTo(PASSWORD);
          assertThat(test.identities.withApp).isEmpty();
          assertThat(test.reported(SignInRecovered.class)).isEqualTo(1);
          assertThat(test.reported(SecondFactorReset.class)).isEqualTo(1);
          assertThat(test.codes().hashes()).hasSize(9);
          assertThat(test.reset(token, OTHER, code).problem()).isEqualTo("token-not-valid");
        });
    assertThat(points).isGreaterThan(10);
  }

  @Test
  void newCodesAtAnyMoment_neverHideAResetThatWasBegun() {
    int step = 0;
    while (new ResetPasswordTest().replaceCodesBefore(++step)) {}
    assertThat(step).isGreaterThan(8);
  }

  /** Somebody is alarmed by the mail, and replaces the codes while one of them is used. */
  private boolean replaceCodesBefore(int step) {
    String code = withApp().getFirst();
    String token = sent();
    CallSchedule calls =
        new CallSchedule().before(step, () -> write(codes().replaceBy(RecoveryCodes.fresh())));
    int status =
        recover(
                token,
                PASSWORD,
                code,
                calls.around(firm.table),
                calls.around(Identities.class, identities),
                firm.clock)
            .status();
    assertThat(status).as("step %d", step).isIn(204, 422);
    assertThat(identities.withApp.isEmpty()).as("step %d", step).isEqualTo(status == 204);
    assertThat(reported(SignInRecovered.class))
        .as("step %d", step)
        .isEqualTo(status == 204 ? 1 : 0);
    return calls.made() >= step;
  }

  @Test
  void aPersonOfManyFirms_isReportedToEachOfThem() {
    String code = withApp().getFirst();
    for (int i = 0; i < 250; i++) {
      TestFirm other = new TestFirm(firm.table);
      StaffMember there = other.staffMember(Role.STAFF, false, Optional.of(rosa));
      write(
          Affiliations.put(other.id, rosa, there.membership()),
          Affiliations.reference(other.id, rosa));
    }

    assertThat(reset(sent(), PASSWORD, code).status()).isEqualTo(204);

    assertThat(reported(SecondFactorReset.class)).isEqualTo(251);
    assertThat(identities.withApp).isEmpty();
  }

  @Test
  void aWeakOrMissingPassword_isRefused_andTheTokenStaysValid() {
    String token = sent();

    assertThat(reset(token, "Password-2026").problem()).isEqualTo("password-too-weak");
    Exchange.Answer without =
        Exchange.of("POST", "/v1/password-resets/confirmation")
            .json("{\"token\": \"%s\", \"browserKey\": \"%s\"}".formatted(token, KEY))
            .send(
                new ResetPasswordHandler(
                    new ResetPassword(firm.table, identities, firm.clock, firm.ids)));
    assertThat(String.valueOf(without.get("errors"))).contains("/password", "required");
    assertThat(identities.passwords).isEmpty();

    assertThat(reset(token, PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void anyFirmOfThePerson_mayRequireClassesOfCharacters() {
    withApp();
    TestFirm strict = new TestFirm(firm.table);
    StaffMember there = strict.staffMember(Role.STAFF, false, Optional.of(rosa));
    write(
        Affiliations.put(strict.id, rosa, there.membership()),
        Affiliations.reference(strict.id, rosa),
        Write.put(requiringClasses(strict.firm).toItem()));
    String token = sent();

    assertThat(reset(token, "twelve signs, no digit").problem()).isEqualTo("password-too-weak");
    assertThat(identities.passwords).isEmpty();
    assertThat(reset(token, PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void whereNoFirmRequiresThem_aPasswordNeedsNoClassesOfCharacters() {
    withApp();

    assertThat(reset(sent(), "twelve signs, no digit").status()).isEqualTo(204);
  }

  private static Firm requiringClasses(Firm firm) {
    Firm.Settings settings = firm.settings();
    return firm.withDetails(
        firm.name(),
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
            settings.deliveries()));
  }

  @Test
  void aReset_isReportedOnce_howeverOftenItIsTried_andBeforeAnythingHasChanged() {
    String token = sent();
    identities.failure = Optional.of(new BusyException("Cognito"));
    assertThat(reset(token, PASSWORD).problem()).isEqualTo("try-again");
    assertThat(reported(PasswordReset.class)).isEqualTo(1);
    assertThat(reset(token, PASSWORD).problem()).isEqualTo("try-again");
    identities.failure = Optional.empty();

    assertThat(reset(token, PASSWORD).status()).isEqualTo(204);
    assertThat(reported(PasswordReset.class)).isEqualTo(1);
    assertThat(reset(sent(), OTHER).status()).isEqualTo(204);
    assertThat(reported(PasswordReset.class)).isEqualTo(2);
  }

  @Test
  void anAddressThatBelongsToAnotherPersonNow_resetsNothing() {
    String token = sent();
    write(
        Write.put(
            Fields.of().with("personId", TestFirm.person().value()).at(TableKeys.email(ROSA))));

    assertThat(reset(token, PASSWORD).problem()).isEqualTo("token-not-valid");
    assertThat(identities.passwords).isEmpty();
  }

  @Test
  void twoBrowsersAtOnce_haveOneOutcome_atAnyCall() {
    for (boolean same : List.of(true, false)) {
      int step = 0;
      boolean more = true;
      while (more) {
        step++;
        more = new ResetPasswordTest().race(step, same);
      }
      assertThat(step).isGreaterThan(5);
    }
  }

  private boolean race(int step, boolean same) {
    String other = sent();
    String own = same ? other : sent();
    int[] statuses = new int[2];
    CallSchedule calls =
        new CallSchedule().before(step, () -> statuses[1] = reset(other, OTHER).status());
    statuses[0] =
        reset(
                own,
                PASSWORD,
                calls.around(firm.table),
                calls.around(Identities.class, identities),
                firm.clock)
            .status();
    if (calls.made() < step) {
      return false;
    }
    assertThat(statuses).as("step %d", step).containsOnlyOnce(204).containsAnyOf(409, 422);
    assertThat(identities.passwords.get(rosa))
        .as("step %d: the password is of the browser that got 204", step)
        .isEqualTo(statuses[0] == 204 ? PASSWORD : OTHER);
    return true;
  }

  @Test
  void aCrashAtAnyCall_isFixedByATryThatFollowsTheClaim() {
    int points =
        CallSchedule.everywhere(calls -> {
          ResetPasswordTest test = new ResetPasswordTest();
          String token = test.sent();
          calls.run(() ->
              test.reset(
                  token,
                  PASSWORD,
                  calls.around(test.firm.table),
                  calls.around(Identities.class, test.identities),
                  test.firm.clock));
          Clock later = Clock.offset(test.firm.clock, Duration.ofSeconds(16));

          test.reset(token, PASSWORD, test.firm.table, test.identities, later);

          assertThat(test.identities.passwords.get(test.rosa)).isEqualTo(PASSWORD);
          assertThat(test.identities.ended).contains(test.rosa);
        });
    assertThat(points).isGreaterThan(10);
  }

  @Test
  void theRightProof_isNeverCounted_howeverOftenTheUserPoolFails() {
    String token = sent();
    for (int i = 0; i < 10; i++) {
      identities.failure = Optional.of(new BusyException("Cognito"));
      assertThat(reset(token, PASSWORD).problem()).isEqualTo("try-again");
      identities.failure = Optional.of(new IllegalStateException("Cognito"));
      assertThat(reset(token, PASSWORD).status()).isEqualTo(500);
      identities.failure = Optional.of(Password.tooWeak());
      assertThat(reset(token, PASSWORD).problem()).isEqualTo("password-too-weak");
    }
    identities.failure = Optional.empty();

    assertThat(reset(token, PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void fiveWrongProofs_endAResetForGood() {
    String token = sent();
    for (int i = 0; i < 5; i++) {
      assertThat(prove(token, "code", "1111111" + i).problem()).isEqualTo("token-not-valid");
    }

    assertThat(prove(token, "code", "01234567").problem()).isEqualTo("token-not-valid");
    assertThat(prove(token, "browserKey", KEY).problem()).isEqualTo("token-not-valid");
    assertThat(identities.passwords).isEmpty();
    assertThat(identities.ended).isEmpty();
  }

  private Exchange.Answer prove(String token, String name, String proof) {
    return Exchange.of("POST", "/v1/password-resets/confirmation")
        .json(
            "{\"token\": \"%s\", \"%s\": \"%s\", \"password\": \"%s\"}"
                .formatted(token, name, proof, PASSWORD))
        .send(
            new ResetPasswordHandler(
                new ResetPassword(firm.table, identities, firm.clock, firm.ids)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Correct-horse-9 ",
        " Correct-horse-9",
        "Correct-horse-9\\t",
        "Correct-horse-9\\n",
        "Correct\\nhorse-9",
        "Correct\\u2028horse-9",
        "Correct-horse-9\u00A0",
        "\u3000Correct-horse-9",
        "Correct-horse-9\\ud83d"
      })
  void aPasswordThatTheUserPoolCannotTake_isAFaultOfTheBody_andCountsNoTry(String password) {
    String token = sent();
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer = reset(token, password);

    assertThat(answer.problem()).isEqualTo("invalid-request");
    assertThat(answer.get("errors").toString()).contains("/password", "code=format");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void blanksInside_areSymbolsOfAPassword() {
    assertThat(reset(sent(), "Correct horse 9").status()).isEqualTo(204);
  }

  @Test
  void aFailureAtAnyCall_isFixedByTheNextTryAtOnce_orHasDoneEverything() {
    for (boolean after : List.of(true, false)) {
      int step = 0;
      boolean more = true;
      while (more) {
        step++;
        more = new ResetPasswordTest().failure(step, after);
      }
      assertThat(step).isGreaterThan(5);
    }
  }

  private boolean failure(int step, boolean after) {
    String token = sent();
    CallSchedule calls = new CallSchedule().failAt(step, after);
    int status =
        reset(
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
    int again = reset(token, PASSWORD).status();

    assertThat(again).as("step %d", step).isIn(204, 422);
    assertThat(identities.passwords.get(rosa)).isEqualTo(PASSWORD);
    assertThat(identities.ended).contains(rosa);
    return true;
  }
}
