package clientportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Links;
import clientportal.platform.log.Metric;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every refused caller gets the same answer; only strangers are counted. */
class StrangerTest {
  private final TestFirm firm = new TestFirm();
  private final TestFirm other = new TestFirm(firm.table);
  private final ClientPath client =
      firm.client(Client.Kind.CLIENT, Optional.of("carla@client.test")).path();

  private Optional<Metric> metricOfRefusal(PersonId person, ClientPath path) {
    Reach reach = firm.access().reach(TestFirm.caller(person), path, List.of());
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> reach.require(Action.READ_CLIENT));
    assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refusal.detail()).isEqualTo(ProblemException.notFound().detail());
    return refusal.metric();
  }

  @Test
  void staffAndClientsOfAnotherFirm_areCounted_whetherTheItemExistsOrNot() {
    PersonId staff = other.staff(Role.ADMINISTRATOR, true);
    PersonId clientOfAnother =
        other.link(other.client(Client.Kind.CLIENT, Optional.of("c@other.test")).path());

    for (PersonId person : List.of(staff, clientOfAnother, TestFirm.person())) {
      assertThat(metricOfRefusal(person, client)).contains(Metric.REFUSALS_ACROSS_FIRMS);
      assertThat(metricOfRefusal(person, new ClientPath(firm.id, new ClientId(firm.ids.next()))))
          .contains(Metric.REFUSALS_ACROSS_FIRMS);
    }
  }

  @Test
  void theFirmsOwnPeople_areNotCounted_evenAfterTheyLostAccess() {
    PersonId carla = firm.link(client);
    PersonId left = firm.staff(Role.STAFF, false);
    Membership membership = firm.staffMember(Role.STAFF, false, Optional.of(left)).membership();
    PersonId former = TestFirm.person();
    firm.table.write(
        List.of(
            Affiliations.put(
                firm.id,
                left,
                new Membership(membership.staff(), membership.name(), Role.STAFF, false, false))));
    firm.table.write(
        Links.add(
            client,
            former,
            new Capacity(
                Recipient.CLIENT,
                "Carla Client",
                true,
                TestFirm.NOW.minus(Duration.ofDays(2)),
                Optional.of(TestFirm.NOW.minus(Duration.ofDays(1)))),
            Optional.empty()));

    for (PersonId person : List.of(carla, left, former)) {
      assertThat(metricOfRefusal(person, client)).isEmpty();
    }
    PersonId staff = firm.staff(Role.STAFF, false);
    assertThat(metricOfRefusal(staff, new ClientPath(firm.id, new ClientId(firm.ids.next()))))
        .isEmpty();
  }
}
