package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.Client;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GetMeTest {
  private final TestFirm firm = new TestFirm();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final GetMeHandler handler = new GetMeHandler(new GetMe(firm.table, firm.clock));
  private final AppointOperator appointOperator =
      new AppointOperator(
          firm.table, new People(firm.table, identities, firm.clock, firm.ids), firm.clock);

  private Exchange.Answer get(PersonId caller) {
    return Exchange.of("GET", "/v1/me").as(caller.value()).send(handler);
  }

  @Test
  void anOperator_isNothingElse_andCanBeAppointedTwice() {
    PersonId operator = appointOperator.handle(new EmailAddress("Operator@portal.test"));

    assertThat(appointOperator.handle(new EmailAddress("operator@PORTAL.test")))
        .isEqualTo(operator);
    Exchange.Answer me = get(operator);
    assertThat(me.get("personId")).isEqualTo(operator.value());
    assertThat(me.get("email")).isEqualTo("Operator@portal.test");
    assertThat(me.get("operator")).isEqualTo(true);
    assertThat(me.get("staffOf")).isEqualTo(List.of());
    assertThat(me.get("clientOf")).isEqualTo(List.of());
  }

  @Test
  void aPersonWithoutAnAccount_isNotFound() {
    firm.client(Client.Kind.CLIENT, Optional.empty());

    assertThat(get(TestFirm.person()).problem()).isEqualTo("not-found");
  }
}
