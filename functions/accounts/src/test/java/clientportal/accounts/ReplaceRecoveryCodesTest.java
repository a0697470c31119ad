package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.RecoveryCodesReplaced;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Sessions;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplaceRecoveryCodesTest {
  private static final EmailAddress ROSA = new EmailAddress("rosa@example.org");

  private final TestFirm firm = new TestFirm();
  private final Table table = firm.table;
  private final PersonId rosa = TestFirm.person();

  private void known() {
    table.write(
        List.of(Write.create(Fields.of().with("email", ROSA.value()).at(TableKeys.person(rosa)))));
  }

  private Exchange call() {
    return Exchange.of("PUT", "/v1/me/recovery-codes").as(rosa.value());
  }

  private ReplaceRecoveryCodesHandler handler() {
    return new ReplaceRecoveryCodesHandler(new ReplaceRecoveryCodes(table, firm.clock, firm.ids));
  }

  @SuppressWarnings("unchecked")
  private List<String> codes() {
    Exchange.Answer answer = call().send(handler());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.log().toString()).doesNotContain(answer.get("codes").toString());
    return (List<String>) answer.get("codes");
  }

  private RecoveryCodes stored() {
    return RecoveryCodes.of(rosa, table.read(List.of(TableKeys.recoveryCodes(rosa))));
  }

  @Test
  void aSessionThatHasEnded_getsNoCodes() {
    known();
    table.write(List.of(Sessions.end(rosa, TestFirm.NOW)));

    Exchange.Answer answer =
        call().signedInAt(TestFirm.NOW.minus(Duration.ofSeconds(1))).send(handler());

    assertThat(answer.problem()).isEqualTo("session-ended");
    assertThat(stored().hashes()).isEmpty();
  }

  @Test
  void tenCodes_areShownOnce_andOnlyTheirHashesAreKept() {
    known();

    List<String> codes = codes();

    assertThat(codes)
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("([0-9a-z]{4}-){3}[0-9a-z]{4}"));
    String item = firm.table.everything().toString();
    codes.forEach(code -> assertThat(item).doesNotContain(code, code.replace("-", "")));
    assertThat(firm.table.partition("EMAIL#" + ROSA.hash() + "#EVENTS"))
        .singleElement()
        .extracting(event -> Event.fromItem(event).data())
        .isEqualTo(new RecoveryCodesReplaced(ROSA, rosa));
  }

  @Test
  void aCode_isUsedOnce_howeverItIsTyped_andTheOthersStay() {
    known();
    List<String> codes = codes();
    String typed = " " + codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ");

    table.write(List.of(stored().use(typed).orElseThrow()));

    assertThat(stored().use(codes.get(3))).isEmpty();
    assertThat(stored().use("7k2m-q9xc-4tfn-w0zd")).isEmpty();
    assertThat(stored().use("")).isEmpty();
    codes.stream()
        .filter(code -> !code.equals(codes.get(3)))
        .forEach(code -> assertThat(stored().use(code)).isPresent());
  }

  @Test
  void lettersThatNoCodeContains_areReadAsTheDigitsThatTheyLookLike() {
    write(codes(List.of("01ab-0000-1111-z10z")));

    for (String typed :
        List.of("O1AB-OOOO-1111-Z1OZ", "0iab 0o0O iIlL zl0z", "oLab-0000-1111-zI0z")) {
      assertThat(stored().use(typed)).as(typed).isPresent();
    }
    assertThat(stored().use("01ab-0000-1111-210z")).isEmpty();
  }

  private Write codes(List<String> codes) {
    return new RecoveryCodes(rosa, List.of(), 0).replaceBy(codes);
  }

  private void write(Write write) {
    table.write(List.of(write));
  }

  @Test
  void newCodes_replaceAllThatThereWere() {
    known();
    List<String> before = codes();
    List<String> after = codes();

    before.forEach(code -> assertThat(stored().use(code)).isEmpty());
    after.forEach(code -> assertThat(stored().use(code)).isPresent());
  }

  @Test
  void whoeverSignedInWithOneFactor_getsNone_evenWhereNobodyIsAskedForTwo() {
    known();
    Map<Key, Item> before = firm.table.everything();

    assertThat(call().by("[email_otp]").send(handler()).problem())
        .isEqualTo("second-factor-required");
    assertThat(call().by("[pwd]").onAStageWithoutSecondFactor().send(handler()).problem())
        .isEqualTo("second-factor-required");
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(call().by("[hwk]").send(handler()).status()).isEqualTo(200);
  }

  @Test
  void aSignInWithoutAPerson_isNotFound() {
    assertThat(call().send(handler()).problem()).isEqualTo("not-found");
  }
}
