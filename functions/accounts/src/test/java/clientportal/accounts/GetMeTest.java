package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Links;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.Invocation;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void thePersonWhoIsAppointed_isAnswered() {
    String answer =
        new Invocation()
            .send(
                new AppointOperatorHandler(appointOperator),
                Map.of("email", "operator@portal.test"));

    assertThat(answer)
        .isEqualTo(
            "{\"personId\":\"%s\"}".formatted(identities.of("operator@portal.test").value()));
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
  void everyFirmAndClient_isListed_howeverManyThereAre() {
    PersonId person = appointOperator.handle(new EmailAddress("busy@portal.test"));
    List<Object> firms = new ArrayList<>();
    List<Object> clients = new ArrayList<>();
    for (int each = 0; each < 250; each++) {
      TestFirm other = new TestFirm(firm.table);
      StaffMember member = other.staffMember(Role.STAFF, false, Optional.of(person));
      ClientPath client = other.client(Client.Kind.CLIENT, Optional.empty()).path();
      List<Write> writes = new ArrayList<>();
      writes.add(Affiliations.put(other.id, person, member.membership()));
      writes.add(Affiliations.reference(other.id, person));
      writes.addAll(
          Links.add(
              client,
              person,
              new Capacity(Recipient.CLIENT, "Busy", true, TestFirm.NOW, Optional.empty()),
              Optional.empty()));
      ((Table) firm.table).write(writes);
      firms.add(other.id.value());
      clients.add(client.client().value());
    }

    Exchange.Answer me = get(person);

    assertThat(members(me, "staffOf", "firmId")).containsExactlyInAnyOrderElementsOf(firms);
    assertThat(members(me, "clientOf", "clientId")).containsExactlyInAnyOrderElementsOf(clients);
  }

  private static List<Object> members(Exchange.Answer answer, String list, String name) {
    return ((List<?>) answer.get(list))
        .stream().<Object>map(entry -> ((Map<?, ?>) entry).get(name)).toList();
  }

  @Test
  void aPersonWithoutAnAccount_isNotFound() {
    firm.client(Client.Kind.CLIENT, Optional.empty());

    assertThat(get(TestFirm.person()).problem()).isEqualTo("not-found");
  }
}
