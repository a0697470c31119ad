package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.RemindersUnanswered;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.ids.EventId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.ids.Reminders;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.LastReminder;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.WholeEngagement;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Sender;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reminders of two engagements of one client in random schedules: things are asked, sent, reviewed
 * and cancelled, rounds fail, meet or are late, digests are late, the firm changes its quiet time,
 * and the clock is changed meanwhile. Nobody is reminded of what is settled, in review or optional
 * when the mail is sent; there is at most one mail on a day, none in quiet time, and none too
 * early; there are never more than there may be; and as long as something is open, what should come
 * does.
 */
final class ReminderSchedulesTest {
  private static final int SCHEDULES = 10_000;
  private static final List<ZoneId> ZONES =
      Stream.of(
              "Europe/Madrid", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "UTC")
          .map(ZoneId::of)
          .toList();

  /** An engagement, and when its client last did something for what was not sent back since. */
  private static final class Asked {
    private final TestEngagement engagement;
    private final Reminders reminders;
    private final List<ItemId> items = new ArrayList<>();
    private Instant activeAt = Instant.EPOCH;

    private Asked(TestEngagement engagement, Reminders reminders) {
      this.engagement = engagement;
      this.reminders = reminders;
    }
  }

  /** One schedule, and what must hold in it at each moment. */
  private static final class Run {
    private final Random random;
    private final String name;
    private final Scene scene = new Scene();
    private final ZoneId zone;
    private final List<Asked> all = new ArrayList<>();
    private final Map<String, RequestItem> named = new HashMap<>();
    private final Set<EventId> recorded = new HashSet<>();

    /** When somebody was reminded first on a day. */
    private final Map<LocalDate, Instant> moments = new HashMap<>();

    private final Set<LocalDate> mailedOn = new HashSet<>();

    private int mails;

    Run(long seed, int number) {
      random = new Random(seed + number);
      name = "seed %d, schedule %d".formatted(seed, number);
      zone = ZONES.get(random.nextInt(ZONES.size()));
      scene.activateClient();
      ZoneOffsetTransition change = zone.getRules().nextTransition(scene.clock.instant());
      if (change != null) {
        go(Duration.between(scene.clock.instant(), change.getInstant()).minusDays(5));
      }
      go(Duration.ofMinutes(random.nextInt(6000)));
      changeSettings();
      for (int i = 0; i < 2; i++) {
        Optional<LocalDate> dueOn =
            random.nextBoolean()
                ? Optional.of(today().plusDays(random.nextInt(25)))
                : Optional.empty();
        TestEngagement engagement = new TestEngagement(scene, "Engagement " + i, dueOn);
        Reminders reminders =
            new Reminders(
                random.nextInt(4),
                1 + random.nextInt(4),
                random.nextBoolean() ? List.of(random.nextInt(8), 1) : List.of(),
                1 + random.nextInt(4));
        engagement.remind(reminders);
        all.add(new Asked(engagement, reminders));
      }
    }

    private void go(Duration by) {
      scene.clock.advance(by);
    }

    private Instant now() {
      return scene.clock.instant();
    }

    private LocalDate today() {
      return LocalDate.ofInstant(now(), zone);
    }

    private void changeSettings() {
      Optional<QuietHours> hours = Optional.empty();
      LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
      LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(60));
      if (random.nextInt(3) > 0 && QuietHours.areAllowed(from, to)) {
        hours = Optional.of(new QuietHours(from, to));
      }
      List<DayOfWeek> days =
          random.nextInt(3) == 0
              ? List.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)))
              : List.of();
      scene.mailAt(zone, new MailTimes(hours, days, Optional.empty()));
    }

    void play() {
      for (int step = 0; step < 10; step++) {
        Asked one = all.get(random.nextInt(all.size()));
        switch (random.nextInt(9)) {
          case 0, 1 -> ask(one, true);
          case 2 -> ask(one, false);
          case 3, 4, 5 -> act(one);
          case 6 -> changeSettings();
          default -> go(Duration.ofMinutes(random.nextInt(3000)));
        }
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
          toNextRound(random.nextInt(6) == 0);
        }
      }
      verifyThatItGoesOn();
    }

    private void ask(Asked one, boolean required) {
      String item = "Thing-%d-".formatted(named.size());
      List<ItemId> asked =
          required
              ? one.engagement.ask(Recipient.CLIENT, item)
              : one.engagement.askOptional(Recipient.CLIENT, item);
      one.items.addAll(asked);
      named.put(item, one.engagement.whole().item(asked.getFirst()).orElseThrow());
    }

    private void act(Asked one) {
      if (one.items.isEmpty()) {
        return;
      }
      ItemId id = one.items.get(random.nextInt(one.items.size()));
      RequestItem item = one.engagement.whole().item(id).orElseThrow();
      List<ItemId> ids = List.of(id);
      switch (item.status()) {
        case OPEN -> {
          if (random.nextInt(4) == 0) {
            one.engagement.change(ids, new ItemAction.Cancel());
          } else if (!item.state().isStarted()) {
            one.activeAt = now();
            one.engagement.change(ids, new ItemAction.Arrive(item.state().round()));
          } else {
            one.activeAt = now();
            one.engagement.change(ids, new ItemAction.Submit());
          }
        }
        case SUBMITTED -> {
          if (random.nextBoolean()) {
            one.activeAt = Instant.EPOCH;
            one.engagement.reject(ids, "Again.");
          } else {
            one.engagement.change(ids, new ItemAction.Accept());
          }
        }
        case ACCEPTED, CANCELLED -> {
          one.activeAt = Instant.EPOCH;
          one.engagement.change(ids, new ItemAction.Reopen("Again."));
        }
        case DRAFT, NOT_APPLICABLE -> throw new AssertionError(item.status());
      }
    }

    private Optional<Instant> nextDue() {
      Stream<Instant> digests =
          scene.digests(scene.clientHolder).stream().flatMap(window -> window.dueAt().stream());
      Stream<Instant> plans =
          all.stream()
              .flatMap(one -> {
                var key = RequestKeys.reminders(one.engagement.path());
                return scene.firm.table.read(List.of(key)).at(key).stream();
              })
              .flatMap(item -> item.fields().optionalInstant("dueAt").stream());
      return Stream.concat(digests, plans).min(Instant::compareTo);
    }

    /** Rounds are made each minute, some seconds after it has begun; now and then hours late. */
    private void toNextRound(boolean late) {
      Instant now = now();
      nextDue()
          .filter(due -> due.isAfter(now))
          .ifPresent(due -> go(Duration.between(now, due).plusSeconds(random.nextInt(60))));
      if (late) {
        go(Duration.ofMinutes(random.nextInt(600)));
      }
      round();
    }

    private void round() {
      int failing = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 0;
      if (failing > 0) {
        scene.calls.failAt(failing, random.nextBoolean());
      } else if (random.nextInt(4) == 0) {
        scene.calls.before(1 + random.nextInt(60), () -> sendReminders().handle(() -> true));
      }
      scene.calls.run(() -> sendReminders().handle(() -> true));
      scene.calls.restart();
      record();
      MailSender sender = this::send;
      new SendDueDigests(scene.table, sender, scene.textSender, scene.links, scene.clock)
          .handle(() -> true)
          .requireSuccess("digests");
    }

    private SendReminders sendReminders() {
      return scene.sendReminders();
    }

    /** The relay brings what was written. */
    private void record() {
      scene.partition(TableKeys.people(scene.path) + "#EVENTS").stream()
          .filter(item -> recorded.add(new EventId(item.key().sk())))
          .map(Event::fromItem)
          .filter(event -> event.data() instanceof RequestReminded)
          .forEach(event -> {
            assertThat(isQuiet(event.at())).as(name).isFalse();
            Instant first =
                moments.computeIfAbsent(LocalDate.ofInstant(event.at(), zone), _ -> event.at());
            assertThat(Duration.between(first, event.at()))
                .as(name)
                .isBetween(Duration.ZERO, LastReminder.TOGETHER);
            verifyRest(event);
            scene.recordNotices().handle(new EventMessage(event.key(), Optional.empty()));
          });
    }

    /** Whoever did something has some days of rest. */
    private void verifyRest(Event event) {
      all.stream()
          .filter(one ->
              event.data() instanceof RequestReminded(var engagement, var _, var _)
                  && engagement.path().equals(one.engagement.path()))
          .forEach(one -> {
            LocalDate rested =
                LocalDate.ofInstant(one.activeAt, zone).plusDays(one.reminders.firstAfterDays());
            assertThat(LocalDate.ofInstant(event.at(), zone)).as(name).isAfterOrEqualTo(rested);
          });
    }

    private boolean isQuiet(Instant at) {
      return Firm.fromItem(scene.item(TableKeys.firm(scene.firm.id)))
          .settings()
          .mailTimes()
          .quietUntil(at.atZone(zone).toLocalDateTime())
          .isPresent();
    }

    private void send(Sender from, String address, Mail mail, Map<String, String> tags) {
      assertThat(isQuiet(now())).as(name).isFalse();
      assertThat(mailedOn.add(today())).as(name).isTrue();
      mails++;
      assertThat(mails).as(name).isLessThanOrEqualTo(moments.size());
      Set<String> open = new HashSet<>();
      all.forEach(one ->
          one.engagement.whole().items().stream()
              .filter(item -> item.status() == ItemStatus.OPEN && item.wanted().required())
              .forEach(item -> open.add(item.wanted().name())));
      named.keySet().stream()
          .filter(mail.text()::contains)
          .forEach(item -> assertThat(open).as(name).contains(item));
    }

    private List<Event> reminders(Asked one) {
      return events(one, RequestReminded.class);
    }

    private <T extends EventData> List<Event> events(Asked one, Class<T> type) {
      return scene.partition(TableKeys.people(scene.path) + "#EVENTS").stream()
          .map(Event::fromItem)
          .filter(event -> type.isInstance(event.data()))
          .filter(event ->
              event.data() instanceof EventData.OfEngagement of
                  && of.engagement().path().equals(one.engagement.path()))
          .toList();
    }

    private ReminderPlan plan(Asked one) {
      var key = RequestKeys.reminders(one.engagement.path());
      return ReminderPlan.of(one.engagement.path(), scene.firm.table.read(List.of(key)));
    }

    /** From here on nobody does anything, and nothing fails. */
    private void verifyThatItGoesOn() {
      scene.mailAt(zone, MailTimes.ANY);
      Instant from = now();
      Duration most = Duration.ofDays(45);
      while (nextDue().filter(due -> due.isBefore(from.plus(most))).isPresent()) {
        Instant now = now();
        Instant due = nextDue().orElseThrow();
        if (due.isAfter(now)) {
          go(Duration.between(now, due).plusSeconds(1));
        }
        scene.sendReminders().handle(() -> true).requireSuccess("reminders");
        record();
        MailSender sender = this::send;
        new SendDueDigests(scene.table, sender, scene.textSender, scene.links, scene.clock)
            .handle(() -> true);
      }
      for (Asked one : all) {
        List<Event> sent = reminders(one);
        assertThat(sent.size()).as(name).isLessThanOrEqualTo(one.reminders.atMost());
        WholeEngagement whole = one.engagement.whole();
        boolean open =
            whole.items().stream()
                .anyMatch(item -> item.status() == ItemStatus.OPEN && item.wanted().required());
        assertThat(events(one, RemindersUnanswered.class).size()).as(name).isLessThanOrEqualTo(1);
        if (open) {
          assertThat(sent).as(name).hasSize(one.reminders.atMost());
          assertThat(events(one, RemindersUnanswered.class)).as(name).hasSize(1);
          verifyTimes(one, sent.stream().map(Event::at).filter(from::isBefore).toList());
        }
        assertThat(plan(one).of(Recipient.CLIENT).sent()).as(name).isEqualTo(sent.size());
      }
    }

    /** They come in the time that is set, or within a day after the other engagement's. */
    private void verifyTimes(Asked one, List<Instant> times) {
      for (int i = 1; i < times.size(); i++) {
        long days =
            ChronoUnit.DAYS.between(
                LocalDate.ofInstant(times.get(i - 1), zone),
                LocalDate.ofInstant(times.get(i), zone));
        assertThat(days).as(name).isBetween(1L, one.reminders.everyDays() + 1L);
      }
    }
  }

  @Test
  void whateverHappens_remindersComeInTime_onceADay_ofWhatIsOpen() {
    long seed = System.nanoTime();
    System.out.println("ReminderSchedulesTest: seed " + seed);
    int mails = 0;
    for (int number = 0; number < SCHEDULES; number++) {
      Run run = new Run(seed, number);
      run.play();
      mails += run.mails;
    }
    assertThat(mails).isGreaterThan(SCHEDULES);
  }
}
