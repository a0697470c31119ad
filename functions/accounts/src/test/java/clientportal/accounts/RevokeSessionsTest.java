package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.events.EventData.SessionsRevoked;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.Invocation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RevokeSessionsTest {
  private final AccountCalls calls = new AccountCalls();
  private final RevokeSessions revokeSessions =
      new RevokeSessions(calls.firm.table, calls.identities, calls.firm.clock, calls.firm.ids);

  @Test
  void whoeverIsSignedInAsThePerson_orCouldBe_isOut() {
    PersonId person = calls.activate(calls.theClient);
    calls.identities.withPasskeys.add(person);
    calls.identities.withApp.add(person);
    Exchange before =
        Exchange.of("GET", "/v1/me")
            .as(person.value())
            .signedInAt(TestFirm.NOW.minus(Duration.ofSeconds(1)));
    GetMeHandler getMe = new GetMeHandler(new GetMe(calls.firm.table, calls.firm.clock));
    assertThat(before.send(getMe).status()).isEqualTo(200);

    assertThat(revokeSessions.handle(new EmailAddress(AccountCalls.CLIENT_EMAIL)))
        .isEqualTo(person);

    assertThat(before.send(getMe).problem()).isEqualTo("session-ended");
    assertThat(calls.identities.withPasskeys).isEmpty();
    assertThat(calls.identities.withApp).isEmpty();
    assertThat(calls.identities.passwords.get(person)).hasSize(43);
    assertThat(calls.identities.ended).containsExactly(person);
    assertThat(calls.count(SessionsRevoked.class)).isEqualTo(1);
  }

  @Test
  void thePerson_isAnswered() {
    PersonId person = calls.activate(calls.theClient);

    assertThat(
            new Invocation()
                .send(
                    new RevokeSessionsHandler(revokeSessions),
                    Map.of("email", AccountCalls.CLIENT_EMAIL)))
        .isEqualTo("{\"personId\":\"%s\"}".formatted(person.value()));
  }

  @Test
  void aCrashAtAnyCall_leavesNothingUnreported() {
    int points =
        CallSchedule.everywhere(schedule -> {
          AccountCalls here = new AccountCalls();
          PersonId person = here.activate(here.theClient);
          here.identities.withApp.add(person);
          schedule.run(() ->
              new RevokeSessions(
                      schedule.around(here.firm.table),
                      schedule.around(Identities.class, here.identities),
                      here.firm.clock,
                      here.firm.ids)
                  .handle(new EmailAddress(AccountCalls.CLIENT_EMAIL)));
          if (here.identities.withApp.isEmpty()) {
            assertThat(here.count(SessionsRevoked.class)).isEqualTo(1);
          }
        });
    assertThat(points).isGreaterThan(6);
  }

  @Test
  void anUnknownAddress_fails_withoutNamingIt() {
    assertThatThrownBy(() -> revokeSessions.handle(new EmailAddress("nobody@example.org")))
        .hasMessage("nobody signs in with this address");
  }
}
