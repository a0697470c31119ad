package clientportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.decision.Action;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Sessions;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CallerTest {
  private final TestFirm firm = new TestFirm();
  private final Table table = firm.table;

  private Reach reach(PersonId person, Instant signedInAt) {
    return firm.access().reach(new Caller(person, signedInAt), new FirmPath(firm.id), List.of());
  }

  private static void assertEnded(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            ended -> assertThat(ended.type()).isEqualTo(ProblemType.SESSION_ENDED));
  }

  private void known(PersonId person) {
    table.write(
        List.of(
            Write.create(Fields.of().with("email", "p@mail.test").at(TableKeys.person(person)))));
  }

  @Test
  void staff_signInEveryTwelveHours_andClientsNeedNot() {
    PersonId staff = firm.staff(Role.STAFF, false);
    Client client = firm.client(Client.Kind.CLIENT, Optional.of("carla@client.test"));
    PersonId carla = firm.link(client.path());
    Instant longAgo = TestFirm.NOW.minus(Duration.ofHours(12));

    reach(staff, longAgo).require(Action.READ_FIRM);
    assertEnded(() -> reach(staff, longAgo.minusSeconds(1)));
    firm.access()
        .reach(new Caller(carla, longAgo.minus(Duration.ofDays(20))), client.path(), List.of())
        .require(Action.LIST_SHARED);
  }

  @Test
  void sessionsThatWereEnded_areRefused_toTheSecondOfTheirToken() {
    PersonId staff = firm.staff(Role.STAFF, false);
    known(staff);
    table.write(List.of(Sessions.end(staff, TestFirm.NOW.plusMillis(700))));

    assertEnded(() -> reach(staff, TestFirm.NOW.minusSeconds(1)));
    reach(staff, TestFirm.NOW).require(Action.READ_FIRM);
  }

  @Test
  void aRenewal_isDueUntilItIsDone_andSurvivesTheEndOfSessions() {
    PersonId person = TestFirm.person();
    known(person);
    table.write(List.of(Sessions.renewAtNextProof(person)));
    table.write(List.of(Sessions.end(person, TestFirm.NOW)));
    assertThat(Sessions.isRenewalDue(item(person))).isTrue();

    table.write(List.of(Sessions.renewed(person, TestFirm.NOW)));

    assertThat(Sessions.isRenewalDue(item(person))).isFalse();
    assertThat(item(person).fields().text("email")).isEqualTo("p@mail.test");
  }

  private Item item(PersonId person) {
    return table.read(List.of(TableKeys.person(person))).require(TableKeys.person(person));
  }
}
