package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestPasswordResetTest {
  private final TestFirm firm = new TestFirm();

  private Exchange.Answer request(String json) {
    return Exchange.of("POST", "/v1/password-resets")
        .json(json)
        .send(
            new RequestPasswordResetHandler(
                new RequestPasswordReset(firm.table, firm.clock, firm.ids)));
  }

  private List<PasswordResetRequested> recorded() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(item -> (PasswordResetRequested) Event.fromItem(item).data())
        .toList();
  }

  @Test
  void aReset_isRecorded_andTheBrowserGetsTheKey_whetherOrNotSomebodyHasTheAddress() {
    Exchange.Answer answer = request("{\"email\": \"nobody@example.org\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("browserKey")).asString().hasSizeGreaterThan(40);
    assertThat(recorded())
        .singleElement()
        .extracting(PasswordResetRequested::email)
        .isEqualTo(new EmailAddress("nobody@example.org"));
  }

  @Test
  void tooManyOfOneCaller_haveTheSameAnswer_andAreNotRecorded() {
    int recorded = -1;
    while (recorded < recorded().size()) {
      recorded = recorded().size();
      assertThat(request("{\"email\": \"nobody@example.org\"}").status()).isEqualTo(202);
    }

    assertThat(recorded).isGreaterThan(1);
  }

  @Test
  void whatIsNoAddress_isAFault_andNothingIsRecorded() {
    assertThat(request("{\"email\": \"nobody\"}").problem()).isEqualTo("invalid-request");
    assertThat(recorded()).isEmpty();
  }
}
