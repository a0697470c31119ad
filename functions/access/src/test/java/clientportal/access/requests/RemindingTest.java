package clientportal.access.requests;

import static clientportal.access.requests.TestItems.after;
import static clientportal.access.requests.TestItems.apply;
import static clientportal.access.requests.TestItems.asked;
import static clientportal.access.requests.TestItems.draft;
import static clientportal.access.requests.TestItems.whole;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.Reminders;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.ReminderPlan;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which changes have a reminder plan looked at, and what the plan keeps. */
final class RemindingTest {
  private static final Instant LATER = TestItems.NOW.plus(Duration.ofDays(1));

  private final Table table = new InMemoryTable();

  private static boolean isLookedAt(Outcome outcome) {
    if (!(outcome instanceof Outcome.Changed changed)) {
      throw new AssertionError(outcome);
    }
    return RequestWrites.of(changed, TestItems.NOW).stream()
        .map(Write::key)
        .anyMatch(RequestKeys.reminders(TestItems.PATH)::equals);
  }

  private static Outcome change(
      WholeEngagement whole, Optional<LocalDate> dueOn, Optional<Reminders> reminders) {
    return whole.change(of -> of.withDetails(of.name(), dueOn, reminders, of.progressShown()));
  }

  private ReminderPlan plan() {
    return ReminderPlan.of(
        TestItems.PATH, table.read(List.of(RequestKeys.reminders(TestItems.PATH))));
  }

  @Test
  void whatOpensSomethingRequired_hasThePlanLookedAt_andWhatSettlesItHasNot() {
    WholeEngagement drafts = whole(draft(0, Kind.DOCUMENT));
    assertThat(isLookedAt(apply(drafts, 0, new ItemAction.Ask()))).isTrue();
    WholeEngagement open = asked(drafts);
    assertThat(isLookedAt(apply(open, 0, new ItemAction.Arrive(1)))).isFalse();
    WholeEngagement submitted = after(open, 0, new ItemAction.Arrive(1), new ItemAction.Submit());
    assertThat(isLookedAt(apply(submitted, 0, new ItemAction.Accept()))).isFalse();
    assertThat(isLookedAt(apply(submitted, 0, TestItems.reject()))).isTrue();
    assertThat(isLookedAt(apply(submitted, 0, new ItemAction.Withdraw()))).isTrue();
    assertThat(isLookedAt(open.cancel())).isFalse();
    assertThat(isLookedAt(after(open.cancel()).reopen())).isTrue();
  }

  @Test
  void anotherDueDate_orOtherReminders_haveItLookedAt_whileSomethingIsOpen() {
    Optional<LocalDate> due = Optional.of(LocalDate.parse("2026-03-14"));
    WholeEngagement drafts = whole(draft(0, Kind.DOCUMENT));
    WholeEngagement open = asked(drafts);
    assertThat(isLookedAt(change(drafts, due, Optional.of(Reminders.DEFAULT)))).isFalse();
    assertThat(isLookedAt(change(open, due, Optional.empty()))).isTrue();
    assertThat(isLookedAt(change(open, Optional.empty(), Optional.of(Reminders.DEFAULT)))).isTrue();
  }

  @Test
  void optionalItems_haveNothingLookedAt() {
    WholeEngagement drafts =
        whole(draft(0, TestItems.wanted(Kind.DOCUMENT, false, Optional.empty()), Recipient.CLIENT));
    assertThat(isLookedAt(apply(drafts, 0, new ItemAction.Ask()))).isFalse();
  }

  @Test
  void aPlan_isReadAsItWasSaved_andKeepsWhatArrivesMeanwhile() {
    ReminderPlan before = plan();
    ReminderPlan reminded = before.reminded(TestItems.CONTACT, LATER).next(Optional.of(LATER));
    table.write(List.of(ReminderPlan.active(TestItems.PATH, Recipient.CLIENT, LATER)));
    table.write(List.of(reminded.save()));

    assertThat(plan().of(TestItems.CONTACT)).isEqualTo(reminded.of(TestItems.CONTACT));
    assertThat(plan().nextAt()).contains(LATER);
    assertThat(plan().activeAt(Recipient.CLIENT)).contains(LATER);
    assertThat(plan().activeAt(TestItems.CONTACT)).isEmpty();
    assertThat(table.tryWrite(List.of(before.reported(TestItems.CONTACT).again().save())))
        .isFalse();
    assertThat(
            table.tryWrite(
                List.of(ReminderPlan.active(TestItems.PATH, Recipient.CLIENT, TestItems.NOW))))
        .isFalse();
  }

  @Test
  void aChange_doesNotDelayWhatIsDue() {
    table.write(List.of(plan().next(Optional.of(TestItems.NOW)).save()));
    table.write(List.of(ReminderPlan.changed(TestItems.PATH, LATER)));
    assertThat(plan().since()).contains(TestItems.NOW);
    table.write(List.of(plan().next(Optional.empty()).save()));
    assertThat(plan().since()).isEmpty();
    table.write(List.of(ReminderPlan.changed(TestItems.PATH, LATER)));
    assertThat(plan().since()).contains(LATER);
  }
}
