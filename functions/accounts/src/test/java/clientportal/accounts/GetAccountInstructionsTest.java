package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.PersonId;
import clientportal.access.records.AccountStatus;
import clientportal.platform.http.Exchange;
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
            "<script>\"&'", "https://portal.test/a\"onclick=\"b", "o'neil&co@example.com");

    assertThat(written.html())
        .doesNotContain("<script>")
        .contains(
            "&lt;script&gt;",
            "href=\"https://portal.test/a&#34;onclick=&#34;b\"",
            "o'neil&amp;co@example.com");
    assertThat(written.text()).contains("<script>\"&'", "o'neil&co@example.com");
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
