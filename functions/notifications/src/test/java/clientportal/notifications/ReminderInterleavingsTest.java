package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.ReminderPlan;
import clientportal.delivery.EventMessage;
import clientportal.platform.Interleavings;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A reminder that is due while its engagement changes, or while another round is made. */
final class ReminderInterleavingsTest {

  private static final class World {
    final Scene scene = new Scene();
    final TestEngagement loan;
    final List<ItemId> items;

    World() {
      scene.activateClient();
      loan = new TestEngagement(scene, "Loan", Optional.empty());
      items = loan.ask(Recipient.CLIENT, "Deeds", "Passport");
      scene.clock.advance(Duration.ofDays(4));
    }

    void round() {
      round(scene.firm.table);
    }

    void round(Table table) {
      new SendReminders(table, scene.ids, scene.clock)
          .handle(() -> true)
          .requireSuccess("reminders");
    }

    void submitOne() {
      loan.submit(items.subList(0, 1));
    }

    void submitAll() {
      loan.submit(items);
    }

    void askForMore() {
      loan.ask(Recipient.CLIENT, "Payslip");
    }

    List<Event> reminders() {
      return scene.everything().values().stream()
          .filter(item -> item.fields().has("eventType"))
          .map(Event::fromItem)
          .filter(event -> event.data() instanceof RequestReminded)
          .toList();
    }

    /** Requires that each reminder is counted. */
    void assertCounted() {
      ReminderPlan plan = ReminderPlan.fromItem(scene.item(RequestKeys.reminders(loan.path())));
      assertThat(plan.of(Recipient.CLIENT).sent()).isEqualTo(reminders().size());
    }

    void assertRemindedOnce() {
      assertCounted();
      assertThat(reminders()).hasSize(1);
    }

    /** Requires that nobody is mailed about what is submitted by now. */
    void assertNotMailed() {
      assertCounted();
      assertThat(reminders()).hasSizeLessThan(2);
      reminders()
          .forEach(event ->
              scene.recordNotices().handle(new EventMessage(event.key(), Optional.empty())));
      scene.clock.advance(Duration.ofMinutes(6));
      scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
      assertThat(scene.mails.subjects()).noneMatch(subject -> subject.contains("reminds"));
    }

    /** Requires that what is asked for now has a reminder to come, and no second one today. */
    void assertRemindedLater() {
      scene.clock.advance(ReminderPlan.LEASE.plusMinutes(1));
      round();
      assertCounted();
      assertThat(reminders()).hasSizeLessThan(2);
      scene.clock.advance(Duration.ofDays(4));
      round();
      assertCounted();
      assertThat(reminders()).isNotEmpty();
    }
  }

  private static void check(Consumer<World> others, Consumer<World> verify) {
    int ways =
        new Interleavings<World>(World::new, world -> world.scene.firm.table, List.of(others))
            .checkJob(World::round, verify);
    assertThat(ways).isGreaterThan(3);
  }

  @Test
  void whileAnotherRoundIsMade_oneReminderGoes() {
    check(World::round, World::assertRemindedOnce);
  }

  @Test
  void whileAPartIsSubmitted_oneReminderGoesAtMost_andAnotherFollows() {
    check(World::submitOne, World::assertRemindedLater);
  }

  @Test
  void whileEverythingIsSubmitted_nobodyIsMailed() {
    check(World::submitAll, World::assertNotMailed);
  }

  @Test
  void whileMoreIsAskedFor_itIsRemindedOf_later() {
    check(World::askForMore, World::assertRemindedLater);
  }
}
