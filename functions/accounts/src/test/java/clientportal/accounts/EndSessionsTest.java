package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndSessionsTest {
  private static final EmailAddress ROSA = new EmailAddress("rosa@example.org");
  private static final Instant EARLIER = TestFirm.NOW.minus(Duration.ofSeconds(1));

  private final TestFirm firm = new TestFirm();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final PersonId rosa = identities.create(ROSA);

  private void known() {
    ((Table) firm.table)
        .write(
            List.of(
                Write.create(Fields.of().with("email", ROSA.value()).at(TableKeys.person(rosa)))));
  }

  private Exchange.Answer end(Instant signedInAt, Table table, Identities pool) {
    return Exchange.of("DELETE", "/v1/me/sessions")
        .as(rosa.value())
        .signedInAt(signedInAt)
        .send(new EndSessionsHandler(new EndSessions(table, pool, firm.clock)));
  }

  private Exchange.Answer getMe(Instant signedInAt) {
    return Exchange.of("GET", "/v1/me")
        .as(rosa.value())
        .signedInAt(signedInAt)
        .send(new GetMeHandler(new GetMe(firm.table, firm.clock)));
  }

  @Test
  void everySessionThatBeganBefore_hasEnded_inTheUserPoolToo() {
    known();
    assertThat(getMe(EARLIER).status()).isEqualTo(200);

    assertThat(end(EARLIER, firm.table, identities).status()).isEqualTo(204);

    assertThat(identities.ended).containsExactly(rosa);
    Exchange.Answer refused = getMe(EARLIER);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.problem()).isEqualTo("session-ended");
    assertThat(refused.headers())
        .containsEntry("www-authenticate", "Bearer error=\"invalid_token\"");
    assertThat(end(EARLIER, firm.table, identities).problem()).isEqualTo("session-ended");
    assertThat(identities.ended).hasSize(1);
    assertThat(getMe(TestFirm.NOW).get("email")).isEqualTo(ROSA.value());
  }

  @Test
  void aSignInWithoutAPerson_isNotFound_andNothingHappens() {
    assertThat(end(EARLIER, firm.table, identities).problem()).isEqualTo("not-found");
    assertThat(identities.ended).isEmpty();
    assertThat(firm.table.read(List.of(TableKeys.person(rosa))).byKey()).isEmpty();
  }

  @Test
  void aCrashAtAnyCall_leavesARequestThatCanBeRepeated_orHasEndedEverything() {
    for (boolean after : List.of(true, false)) {
      for (int step = 1; step <= 3; step++) {
        new EndSessionsTest().crash(step, after);
      }
    }
  }

  private void crash(int step, boolean after) {
    known();
    CallSchedule crashing = new CallSchedule().failAt(step, after);
    end(EARLIER, crashing.around(firm.table), crashing.around(Identities.class, identities));

    if (getMe(EARLIER).status() == 200) {
      assertThat(end(EARLIER, firm.table, identities).status()).isEqualTo(204);
    }
    assertThat(getMe(EARLIER).problem()).isEqualTo("session-ended");
    assertThat(identities.ended).contains(rosa);
  }
}
