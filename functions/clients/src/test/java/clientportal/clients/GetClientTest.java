package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Client;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GetClientTest {
  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final ClientPath client =
      firm.client(Client.Kind.INDIVIDUAL, Optional.of("carla@example.org")).path();
  private final GetClientHandler handler = new GetClientHandler(new GetClient(firm.access()));

  @Test
  void staff_readAClient() {
    Exchange.Answer answer = calls.get(staff, client.client()).send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "clientId",
                client.client().value(),
                "kind",
                "individual",
                "name",
                "Carla Client",
                "email",
                "carla@example.org",
                "emailConfirmedAt",
                "2026-03-01T09:30:00.000Z",
                "createdAt",
                "2026-03-01T09:30:00.000Z",
                "team",
                List.of(),
                "account",
                Map.of("status", "none")));
  }

  @Test
  void otherCallers_evenTheClient_getTheSameAnswerAsForAnUnknownId() {
    TestFirm other = new TestFirm(firm.table);
    PersonId outsider = other.staff(Role.ADMINISTRATOR, true);
    ClientPath foreign = other.client(Client.Kind.CLIENT, Optional.empty()).path();

    Exchange.Answer unknown = calls.get(staff, firm.ids.next()).send(handler);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(calls.get(staff, foreign.client()).send(handler).body()).isEqualTo(unknown.body());
    assertThat(calls.get(staff, "x").send(handler).body()).isEqualTo(unknown.body());
    assertThat(calls.get(outsider, client.client()).send(handler).body()).isEqualTo(unknown.body());
    assertThat(calls.get(firm.link(client), client.client()).send(handler).body())
        .isEqualTo(unknown.body());
  }
}
