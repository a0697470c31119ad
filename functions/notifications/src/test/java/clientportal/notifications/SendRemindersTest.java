package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.RemindersUnanswered;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.ids.EventId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.Reminders;
import clientportal.access.keys.Holder;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.StaffMember;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.delivery.NoticeType;
import clientportal.platform.CallSchedule;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is reminded of what, and when. The tests begin on Sunday, 1 March 2026, at 09:30. */
final class SendRemindersTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private final Scene scene = new Scene();
  private final PersonId carla = scene.activateClient();
  private final Set<EventId> relayed = new HashSet<>();
  private final TestEngagement loan = new TestEngagement(scene, "Loan", Optional.empty());

  private void round() {
    scene.sendReminders().handle(() -> true).requireSuccess("reminders");
  }

  /** Makes a round and sends what is due each half hour until a day and a time. */
  private void until(String time) {
    Instant end = Instant.parse(time);
    while (scene.clock.instant().isBefore(end)) {
      Duration left = Duration.between(scene.clock.instant(), end);
      Duration step = Duration.ofMinutes(30);
      scene.clock.advance(left.compareTo(step) < 0 ? left : step);
      round();
      notices();
      digests();
    }
  }

  private <T extends EventData> List<T> events(Class<T> type) {
    return recorded(type).stream().map(Event::data).map(type::cast).toList();
  }

  private <T extends EventData> List<Event> recorded(Class<T> type) {
    return scene.everything().values().stream()
        .filter(item -> item.fields().has("eventType"))
        .map(Event::fromItem)
        .filter(event -> type.isInstance(event.data()))
        .sorted((one, other) -> one.at().compareTo(other.at()))
        .toList();
  }

  private List<String> days() {
    return recorded(RequestReminded.class).stream()
        .map(event -> event.at().toString().substring(5, 13))
        .toList();
  }

  /** The relay brings each event once. */
  private void notices() {
    recorded(EventData.class).stream()
        .filter(event -> event.data() instanceof EventData.Subscription.Notices)
        .filter(event -> relayed.add(event.id()))
        .forEach(
            event -> scene.recordNotices().handle(new EventMessage(event.key(), Optional.empty())));
  }

  private void digests() {
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  private void mail() {
    notices();
    scene.clock.advance(Duration.ofMinutes(6));
    digests();
  }

  private ReminderPlan plan() {
    return ReminderPlan.fromItem(scene.item(RequestKeys.reminders(loan.path())));
  }

  @Test
  void whoIsAsked_isRemindedInTheMorningAfterThreeDays_andThenEachFourthDay() {
    List<ItemId> items = loan.ask(Recipient.CLIENT, "Deeds", "Passport");

    until("2026-03-13T00:00:00Z");

    assertThat(days()).containsExactly("03-04T09", "03-08T09", "03-12T09");
    assertThat(events(RequestReminded.class).getFirst())
        .isEqualTo(new RequestReminded(loan.named(), items, List.of(Recipient.CLIENT)));
    assertThat(plan().of(Recipient.CLIENT).sent()).isEqualTo(3);
    assertThat(plan().nextAt()).contains(Instant.parse("2026-03-16T09:00:00Z"));
  }

  @Test
  void theMail_saysWhatIsOpenWhenItIsSent_andWithTheLastItemItGoes() {
    List<ItemId> items = loan.ask(Recipient.CLIENT, "Deeds", "Passport", "Payslip");
    until("2026-03-04T09:05:00Z");
    loan.submit(items.subList(0, 1));
    mail();
    assertThat(scene.mails.subjects())
        .containsExactly("Meyer & Søn reminds you of 2 documents for “Loan”");
    assertThat(scene.mails.all().getFirst().mail().text())
        .contains("Still needed for “Loan”", "Passport", "Payslip")
        .doesNotContain("Deeds");
    assertThat(scene.inbox(carla)).extracting(Notice::type).contains(NoticeType.REQUEST_REMINDED);

    until("2026-03-08T09:05:00Z");
    loan.submit(items.subList(1, 3));
    mail();
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void nothingRequiredIsOpen_pauses_untilSomethingIsSentBack() {
    List<ItemId> items = loan.ask(Recipient.CLIENT, "Deeds");
    loan.submit(items);
    until("2026-03-10T12:00:00Z");
    assertThat(days()).isEmpty();
    assertThat(plan().nextAt()).isEmpty();
    assertThat(scene.item(RequestKeys.reminders(loan.path())).fields().has("dueShard")).isFalse();

    loan.reject(items, "The second page is missing.");
    until("2026-03-17T12:00:00Z");
    assertThat(days()).containsExactly("03-13T09", "03-17T09");

    loan.cancel();
    until("2026-04-17T12:00:00Z");
    assertThat(days()).hasSize(2);
  }

  @Test
  void whoeverSendsSomething_isNotRemindedForAWhile() {
    List<ItemId> items = loan.ask(Recipient.CLIENT, "Deeds", "Passport");
    until("2026-03-03T12:00:00Z");
    loan.arrive(items.subList(0, 1));
    until("2026-03-06T08:00:00Z");
    assertThat(days()).isEmpty();
    scene.write(
        ReminderPlan.active(loan.path(), Recipient.CLIENT, Instant.parse("2026-03-05T10:00:00Z")));
    scene.write(ReminderPlan.active(loan.path(), Recipient.CLIENT, scene.clock.instant()));

    until("2026-03-14T12:00:00Z");

    assertThat(days()).containsExactly("03-09T09", "03-13T09");
  }

  @Test
  void aDueDate_hasRemindersOfItsOwn_butNotOnTheDayOfAsking() {
    TestEngagement due =
        new TestEngagement(scene, "Tax", Optional.of(LocalDate.parse("2026-03-11")));
    due.ask(Recipient.CLIENT, "Deeds");

    until("2026-03-12T00:00:00Z");

    // A week before; four days later; the day before.
    assertThat(days()).containsExactly("03-04T09", "03-08T09", "03-10T09");
  }

  @Test
  void quietTime_isNotBroken() {
    scene.clock.advance(Duration.ofMinutes(1));
    scene.mailAt(
        MADRID,
        new MailTimes(
            Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(10, 30))),
            List.of(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY),
            Optional.empty()));
    loan.ask(Recipient.CLIENT, "Deeds");

    until("2026-03-10T00:00:00Z");

    // Wednesday, the 4th, is quiet, and so is Sunday, the 8th of Thursday and four days: Monday.
    assertThat(days()).containsExactly("03-05T09", "03-09T09");
    assertThat(recorded(RequestReminded.class).getFirst().at())
        .isAfterOrEqualTo(Instant.parse("2026-03-05T09:30:00Z"));
  }

  @Test
  void optionalItems_areNotRemindedOf() {
    loan.askOptional(Recipient.CLIENT, "Photo");
    until("2026-03-20T00:00:00Z");
    assertThat(days()).isEmpty();
  }

  @Test
  void whoHasNoAccount_isLookedAtEachDay_andNotCounted() {
    Holder.Party contact = scene.contact(true);
    loan.ask(contact.party(), "Deeds");
    until("2026-03-06T12:00:00Z");
    assertThat(days()).isEmpty();
    assertThat(plan().of(contact.party()).sent()).isZero();
    assertThat(plan().nextAt()).contains(Instant.parse("2026-03-07T09:00:00Z"));

    scene.invite(contact, "colin@contact.test");
    until("2026-03-07T12:00:00Z");
    assertThat(days()).containsExactly("03-07T09");
  }

  @Test
  void severalEngagements_shareOneMailADay_andRoundsMissedDoNotAddAnother() {
    loan.ask(Recipient.CLIENT, "Deeds");
    TestEngagement tax = new TestEngagement(scene, "Tax", Optional.empty());
    tax.ask(Recipient.CLIENT, "Payslip");
    until("2026-03-04T09:01:00Z");
    mail();
    assertThat(days()).containsExactly("03-04T09", "03-04T09");
    assertThat(scene.mails.all()).hasSize(1);

    TestEngagement third = new TestEngagement(scene, "Third", Optional.empty());
    third.ask(Recipient.CLIENT, "Contract");
    third.remind(new Reminders(0, 1, List.of(), 5));
    until("2026-03-05T08:00:00Z");
    assertThat(days()).hasSize(2);
    until("2026-03-05T12:00:00Z");
    assertThat(days()).hasSize(3);
  }

  @Test
  void aMailThatComesLate_isTheOneOfItsDay() {
    loan.remind(new Reminders(0, 1, List.of(), 9));
    loan.ask(Recipient.CLIENT, "Deeds");
    scene.clock.advance(
        Duration.between(scene.clock.instant(), Instant.parse("2026-03-02T09:00:30Z")));
    round();
    notices();
    scene.clock.advance(Duration.ofHours(24));
    round();
    assertThat(days()).containsExactly("03-02T09");
    digests();
    assertThat(scene.mails.all()).hasSize(1);

    until("2026-03-05T00:00:00Z");

    assertThat(days()).containsExactly("03-02T09", "03-04T09");
    assertThat(scene.mails.all()).hasSize(2);
  }

  @Test
  void afterTheLast_theTeamIsNotifiedOnce() {
    StaffMember sam = scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
    scene.team(sam);
    loan.remind(new Reminders(1, 2, List.of(), 2));
    List<ItemId> items = loan.ask(Recipient.CLIENT, "Deeds");

    until("2026-03-07T12:00:00Z");

    assertThat(days()).containsExactly("03-02T09", "03-04T09");
    assertThat(events(RemindersUnanswered.class))
        .containsExactly(
            new RemindersUnanswered(loan.named(), items, Recipient.CLIENT, 2, List.of(sam.id())));
    mail();
    assertThat(scene.mails.subjects())
        .contains("No answer after 2 reminders: “Deeds” for “Loan” of Carla Client");
    loan.submit(items);
    loan.reject(items, "Again.");
    until("2026-04-07T12:00:00Z");
    assertThat(days()).hasSize(2);
    assertThat(events(RemindersUnanswered.class)).hasSize(1);
  }

  @Test
  void atMostZero_remindsNobody() {
    loan.remind(new Reminders(0, 1, List.of(), 0));
    loan.ask(Recipient.CLIENT, "Deeds");
    until("2026-03-20T12:00:00Z");
    assertThat(days()).isEmpty();
    assertThat(events(RemindersUnanswered.class)).isEmpty();
  }

  /** Whatever happens to a round, the reminder comes in the end, once, with the next one. */
  @Test
  void whateverEndsARound_theReminderIsWrittenOnce() {
    int ends =
        CallSchedule.everywhere(schedule -> {
          SendRemindersTest play = new SendRemindersTest();
          play.loan.ask(Recipient.CLIENT, "Deeds");
          play.until("2026-03-04T08:55:00Z");
          play.scene.clock.advance(Duration.ofMinutes(6));
          schedule.run(
              () -> play.scene.sendReminders(schedule.around(play.scene.table)).handle(() -> true));
          play.until("2026-03-04T12:00:00Z");
          assertThat(play.days()).containsExactly("03-04T09");
          assertThat(play.plan().of(Recipient.CLIENT).sent()).isEqualTo(1);
          assertThat(play.plan().nextAt()).contains(Instant.parse("2026-03-08T09:00:00Z"));
        });
    // Ten queries, the plan, the lease, what decides, the items, the people, the transaction.
    assertThat(ends).isGreaterThanOrEqualTo(2 * 16);
  }

  @Test
  void aFailure_isReported_andTriedAgainWhenTheLeaseEnds() {
    loan.ask(Recipient.CLIENT, "Deeds");
    scene.clock.advance(Duration.ofMinutes(1));
    Item engagement = scene.item(RequestKeys.engagement(loan.path()));
    scene.write(Write.delete(engagement.key()));
    assertThatThrownBy(this::round).hasMessage("1 reminders failed");
    scene.write(Write.put(engagement));
    round();
    scene.clock.advance(ReminderPlan.LEASE.minusSeconds(31));
    round();
    assertThat(plan().leaseUntil()).isPresent();
    scene.clock.advance(Duration.ofSeconds(61));
    round();
    assertThat(plan().leaseUntil()).isEmpty();
    assertThat(plan().nextAt()).contains(Instant.parse("2026-03-04T09:00:00Z"));
  }
}
