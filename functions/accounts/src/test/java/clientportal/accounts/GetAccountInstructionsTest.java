package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.Language;
import clientportal.access.ids.PersonId;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Firm;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class GetAccountInstructionsTest {
  private final AccountCalls calls = new AccountCalls();
  private final GetAccountInstructionsHandler handler =
      new GetAccountInstructionsHandler(
          new GetAccountInstructions(calls.firm.access(), "https://portal.test"));

  private Exchange.Answer get(PersonId caller) {
    return calls.exchange("GET", calls.theClient, "/instructions", caller).send(handler);
  }

  @Test
  @Tag("BC11")
  void instructions_haveSiteAndAddress_inTextAndHtml_andNoToken() {
    calls.create(calls.theClient);
    String token = calls.sendVerification(calls.theClient);

    Exchange.Answer answer = get(calls.staff);

    assertThat(answer.status()).isEqualTo(200);
    assertThat((String) answer.get("subject"))
        .isEqualTo("How to sign in to the client portal of Meyer & Søn");
    assertThat(((String) answer.get("text")).lines())
        .contains("https://portal.test/meyer", AccountCalls.CLIENT_EMAIL);
    assertThat((String) answer.get("html"))
        .startsWith("<!DOCTYPE html>")
        .contains(
            "href=\"https://portal.test/meyer\"", AccountCalls.CLIENT_EMAIL, "Meyer &amp; Søn");
    assertThat(answer.body().toString()).doesNotContain(token, "meyer#", "invitation#", "verify#");
  }

  @Test
  void namesAndAddresses_areEscapedByContext() {
    Instructions written =
        Instructions.of(
            Language.ENGLISH,
            "<script>\"&'",
            "https://portal.test/a\"onclick=\"b",
            "o'neil&co@example.com");

    assertThat(written.html())
        .doesNotContain("<script>")
        .contains(
            "&lt;script&gt;",
            "href=\"https://portal.test/a&#34;onclick=&#34;b\"",
            "o'neil&amp;co@example.com");
    assertThat(written.text()).contains("<script>\"&'", "o'neil&co@example.com");
  }

  @Test
  void instructions_areInTheLanguageOfTheFirm_andNoLineIsTheSameInTwo() {
    Instructions english = Instructions.of(Language.ENGLISH, "Meyer", "site", "address");
    Instructions german = Instructions.of(Language.GERMAN, "Meyer", "site", "address");

    assertThat(english.html()).contains("<html lang=\"en\"");
    assertThat(german.html()).contains("<html lang=\"de\"");
    assertThat(german.subject()).isEqualTo("So melden Sie sich im Kundenportal von Meyer an");
    assertThat(german.text().lines()).startsWith(german.subject(), "", "Ihr Portal:", "site");
    for (Instructions one : List.of(english, german)) {
      String html = one.html().replaceAll("<[^>]+>", "").replace("&nbsp;", " ");
      assertThat(one.text().lines().map(line -> line.replaceAll("^[0-9]\\. |:$", "")))
          .filteredOn(line -> !line.endsWith(" site"))
          .allSatisfy(line -> assertThat(html).contains(line));
    }
    assertThat(german.text().lines().filter(line -> line.contains(" ")))
        .doesNotContainAnyElementsOf(english.text().lines().toList());

    Firm.Settings before = calls.firm.firm.settings();
    Firm speaksGerman =
        calls.firm.firm.withDetails(
            "Meyer & Søn",
            new Firm.Settings(
                before.digestMinutes(),
                before.selfRegistration(),
                before.timeZone(),
                Language.GERMAN,
                before.passwordClasses(),
                before.secondFactor(),
                before.notes(),
                before.replyTo(),
                before.mailTimes(),
                before.reminders(),
                before.deliveries()));
    ((Table) calls.firm.table).write(List.of(speaksGerman.saveDetails()));
    calls.create(calls.theClient);
    assertThat((String) get(calls.staff).get("subject")).startsWith("So melden Sie sich");
  }

  @Test
  void instructions_areReadableOnlyWhileThereIsAnAccount() {
    assertThat(get(calls.staff).problem()).isEqualTo("account-required");
    calls.activate(calls.theClient);
    assertThat(get(calls.staff).status()).isEqualTo(200);
    calls.revoke(calls.theClient);
    assertThat(calls.account(calls.theClient).status()).isEqualTo(AccountStatus.REVOKED);
    assertThat(get(calls.staff).status()).isEqualTo(422);
  }

  @Test
  void withoutPermission_instructionsAreRefused() {
    calls.create(calls.theClient);

    assertThat(get(calls.withoutPermission).problem()).isEqualTo("permission-required");
    assertThat(get(new AccountCalls().staff).problem()).isEqualTo("not-found");
  }
}
