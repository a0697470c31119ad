package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.HandOverCompleted;
import clientportal.access.events.EventData.HandOverStopped;
import clientportal.access.events.EventData.TeamChanged;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.records.StaffMember;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HandOverTest {
  private final HandOvers firm = new HandOvers();

  private HandOverCompleted completed(StaffId to, long passedOn) {
    return new HandOverCompleted(
        new Holder.Staff(firm.firm.id, firm.leo), "Ada Staff", to, passedOn);
  }

  @Test
  void everyTeam_hasTheSuccessorInTheLeaversPlace_once() {
    ClientPath first = firm.client(firm.tom, firm.leo);
    ClientPath both = firm.client(firm.leo, firm.sue);
    ClientPath other = firm.client(firm.tom);

    Exchange.Answer begun = firm.begin(firm.sue);

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.body())
        .contains(
            Map.of(
                "to",
                firm.sue.value(),
                "status",
                "running",
                "passedOn",
                0L,
                "startedAt",
                "2026-03-01T09:30:00.000Z"));
    firm.settle();

    assertThat(firm.team(first)).containsExactly(firm.tom, firm.sue);
    assertThat(firm.team(both)).containsExactly(firm.sue);
    assertThat(firm.team(other)).containsExactly(firm.tom);
    assertThat(firm.responsibilities(firm.leo)).isZero();
    assertThat(firm.responsibilities(firm.sue)).isEqualTo(2);
    assertThat(firm.progress()).isEqualTo("completed 2");
    assertThat(firm.read().get("handOver", "endedAt")).isEqualTo("2026-03-01T09:30:00.000Z");
    assertThat(firm.changes(first))
        .contains(new TeamChanged(first, List.of(firm.sue), List.of(firm.leo)));
    assertThat(firm.events(first))
        .filteredOn(event -> event.data().equals(firm.changes(first).getLast()))
        .allSatisfy(event -> assertThat(event.actor().name()).isNotEmpty());
    assertThat(firm.changes(both)).contains(new TeamChanged(both, List.of(), List.of(firm.leo)));
    assertThat(firm.happened()).containsExactly(completed(firm.sue, 2));
  }

  @Test
  void aPreview_countsAndNamesWhatWouldPassOn_andChangesNothing() {
    for (int i = 0; i <= GetHandOver.NAMED; i++) {
      firm.client(firm.leo);
    }
    ClientPath other = firm.client(firm.tom);
    Map<Key, Item> before = firm.firm.table.everything();

    Exchange.Answer preview = firm.read();

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.has("handOver")).isFalse();
    assertThat(preview.get("clients", "count")).isEqualTo(GetHandOver.NAMED + 1L);
    assertThat(preview.get("clients", "more")).isEqualTo(false);
    assertThat((List<?>) preview.get("clients", "first")).hasSize(GetHandOver.NAMED);
    assertThat(preview.get("clients", "first").toString())
        .contains("name=Carla Client")
        .doesNotContain(other.client().value());
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void manyClients_passOnInSteps_andAStepThatComesAgainDoesNothing() {
    for (int i = 0; i <= 2 * ContinueHandOver.STEP; i++) {
      firm.client(firm.leo);
    }
    firm.begin(firm.sue);

    firm.step(firm.firm.table, firm.steps().getFirst());
    assertThat(firm.progress()).isEqualTo("running " + ContinueHandOver.STEP);
    assertThat(firm.read().get("clients", "count")).isEqualTo(ContinueHandOver.STEP + 1L);
    firm.step(firm.firm.table, firm.steps().getFirst());
    assertThat(firm.steps()).hasSize(2);
    firm.settle();

    assertThat(firm.steps()).hasSize(3);
    assertThat(firm.progress()).isEqualTo("completed " + (2 * ContinueHandOver.STEP + 1));
    Map<Key, Item> before = firm.firm.table.everything();
    firm.steps().forEach(step -> firm.step(firm.firm.table, step));
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whereverAStepEnds_itIsCompletedByTheNextTry() {
    int points =
        CallSchedule.everywhere(crashes -> {
          HandOvers there = new HandOvers();
          ClientPath one = there.client(there.leo, there.tom);
          ClientPath two = there.client(there.leo);
          there.begin(there.sue);
          Table table = crashes.around(there.firm.table);
          crashes.run(() -> there.steps().forEach(step -> there.step(table, step)));
          there.settle();

          assertThat(there.team(one)).containsExactly(there.sue, there.tom);
          assertThat(there.team(two)).containsExactly(there.sue);
          assertThat(there.changes(one)).hasSize(2);
          assertThat(there.progress()).isEqualTo("completed 2");
          assertThat(there.responsibilities(there.leo)).isZero();
          assertThat(there.happened()).hasSize(1);
        });
    assertThat(points).isGreaterThan(10);
  }

  @Test
  void whereverTheFirstOfTwoStepsEnds_theSecondFollows() {
    int points =
        CallSchedule.everywhere(crashes -> {
          HandOvers there = new HandOvers();
          for (int i = 0; i <= ContinueHandOver.STEP; i++) {
            there.client(there.leo);
          }
          there.begin(there.sue);
          Table table = crashes.around(there.firm.table);
          crashes.run(() -> there.step(table, there.steps().getFirst()));
          there.settle();

          assertThat(there.progress()).isEqualTo("completed " + (ContinueHandOver.STEP + 1));
          assertThat(there.responsibilities(there.leo)).isZero();
          assertThat(there.happened()).hasSize(1);
        });
    assertThat(points).isGreaterThan(2 * ContinueHandOver.STEP);
  }

  @Test
  void whereverTheRequestEnds_itCanBeRepeated() {
    CallSchedule.everywhere(crashes -> {
      HandOvers there = new HandOvers();
      ClientPath client = there.client(there.leo);
      Table table = crashes.around(there.firm.table);
      crashes.run(() -> there.begin(table, there.leo, there.sue));
      assertThat(there.begin(there.sue).status()).isEqualTo(202);
      there.settle();

      assertThat(there.steps()).hasSize(1);
      assertThat(there.team(client)).containsExactly(there.sue);
      assertThat(there.happened()).hasSize(1);
    });
  }

  @Test
  void aTeamThatChangesMeanwhile_keepsThatChange() {
    ClientPath client = firm.client(firm.leo);
    ClientPath left = firm.client(firm.leo);
    firm.begin(firm.sue);
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> {
              firm.assign(client, firm.leo, firm.tom);
              firm.assign(left, firm.tom);
            })
            .around(firm.firm.table);

    firm.step(race, firm.steps().getFirst());
    firm.settle();

    assertThat(firm.team(client)).containsExactly(firm.sue, firm.tom);
    assertThat(firm.team(left)).containsExactly(firm.tom);
    assertThat(firm.progress()).isEqualTo("completed 1");
    assertThat(firm.responsibilities(firm.leo)).isZero();
    assertThat(firm.responsibilities(firm.tom)).isEqualTo(2);
  }

  @Test
  void aSuccessorWhoIsDisabledMeanwhile_endsIt_andAnotherOneTakesWhatIsLeft() {
    ClientPath one = firm.client(firm.leo);
    ClientPath two = firm.client(firm.leo);
    firm.begin(firm.sue);
    Table race =
        new CallSchedule().before(5, () -> firm.enable(firm.sue, false)).around(firm.firm.table);

    firm.step(race, firm.steps().getFirst());

    assertThat(firm.progress()).isEqualTo("stopped 0");
    assertThat(firm.team(one)).containsExactly(firm.leo);
    assertThat(firm.happened())
        .containsExactly(new HandOverStopped(firm.firm.id, firm.leo, firm.sue, 0));
    assertThat(firm.begin(firm.tom).status()).isEqualTo(202);
    firm.enable(firm.sue, true);
    firm.settle();

    assertThat(firm.team(one)).containsExactly(firm.tom);
    assertThat(firm.team(two)).containsExactly(firm.tom);
    assertThat(firm.progress()).isEqualTo("completed 2");
    assertThat(firm.happened()).hasSize(2).contains(completed(firm.tom, 2));
  }

  @Test
  void whoIsDisabledAlready_isTakenOverFrom_andALaterTeamByAnotherHandOver() {
    ClientPath client = firm.client(firm.leo);
    firm.enable(firm.leo, false);
    firm.begin(firm.sue);
    firm.settle();
    assertThat(firm.team(client)).containsExactly(firm.sue);

    ClientPath later = firm.client(firm.leo);
    firm.begin(firm.tom);
    assertThat(firm.progress()).isEqualTo("running 0");
    firm.settle();

    assertThat(firm.team(client)).containsExactly(firm.sue);
    assertThat(firm.team(later)).containsExactly(firm.tom);
    assertThat(firm.progress()).isEqualTo("completed 1");
  }

  @Test
  void whileOneIsUnderWay_theSameRequestChangesNothing_andAnotherSuccessorIsRefused() {
    firm.client(firm.leo);
    Exchange.Answer begun = firm.begin(firm.sue);
    Map<Key, Item> before = firm.firm.table.everything();

    assertThat(firm.begin(firm.sue).body()).isEqualTo(begun.body());
    assertThat(firm.begin(firm.tom).problem()).isEqualTo("conflict");
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void twoWhoHandOverToEachOther_areRefused_evenAtOnce() {
    firm.client(firm.leo);
    firm.client(firm.sue);
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> firm.begin(firm.firm.table, firm.sue, firm.leo))
            .around(firm.firm.table);

    assertThat(firm.begin(race, firm.leo, firm.sue).problem()).isEqualTo("conflict");
    firm.settle();
    assertThat(firm.begin(firm.sue).status()).isEqualTo(202);
  }

  @Test
  void refusals_followTheOrderOfTheContract_andChangeNothing() {
    StaffMember invited = firm.firm.staffMember(Role.STAFF, false, Optional.empty());
    firm.table().write(List.of(Write.create(invited.toItem())));
    firm.enable(firm.tom, false);
    Map<Key, Item> before = firm.firm.table.everything();

    for (Object to : List.of(firm.leo, firm.tom, invited.id(), firm.firm.ids.next(), "x", "")) {
      assertThat(firm.begin(firm.firm.table, firm.leo, to).problem())
          .as("%s", to)
          .isEqualTo("unknown-staff");
    }
    HandOverHandler handler =
        new HandOverHandler(new HandOver(firm.firm.access(), firm.firm.table, firm.firm.ids));
    assertThat(
            firm.calls
                .handOver(firm.administrator, firm.leo, "{\"who\": 1}")
                .send(handler)
                .get("errors")
                .toString())
        .contains("/to, code=required", "/who, code=unknown");
    assertThat(firm.calls.handOver(firm.suesPerson, firm.leo, "not json").send(handler).problem())
        .isEqualTo("permission-required");
    assertThat(firm.calls.handOver(TestFirm.person(), firm.leo, "not json").send(handler).status())
        .isEqualTo(404);
    assertThat(firm.begin(firm.firm.table, new StaffId(firm.firm.ids.next()), firm.sue).status())
        .isEqualTo(404);
    GetHandOverHandler reads =
        new GetHandOverHandler(new GetHandOver(firm.firm.access(), firm.firm.table));
    assertThat(firm.calls.getHandOver(firm.suesPerson, firm.leo).send(reads).problem())
        .isEqualTo("permission-required");
    assertThat(firm.calls.getHandOver(TestFirm.person(), firm.leo).send(reads).status())
        .isEqualTo(404);
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void theItem_isReadAsItWasWritten() {
    firm.client(firm.leo);
    firm.begin(firm.sue);
    firm.settle();

    assertThat(HandOverProgress.fromItem(firm.item()).toItem()).isEqualTo(firm.item());
  }
}
