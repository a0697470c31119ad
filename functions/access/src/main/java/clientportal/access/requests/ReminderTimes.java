package clientportal.access.requests;

import clientportal.access.ids.MailTimes;
import clientportal.access.ids.Reminders;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.Firm;
import clientportal.access.records.ItemState;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ReminderPlan.Reminded;
import clientportal.access.records.RequestItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody is reminded of what is asked of them in an engagement.
 *
 * @param reminders those of the engagement, or of the firm
 * @param at the time of day
 */
public record ReminderTimes(
    Engagement engagement, Reminders reminders, LocalTime at, ZoneId zone, MailTimes mailTimes) {

  /** Returns the times of an engagement by the settings of its firm. */
  public static ReminderTimes of(Engagement engagement, Firm.Settings settings) {
    return new ReminderTimes(
        engagement,
        engagement.reminders().orElse(settings.reminders().reminders()),
        settings.reminders().at(),
        settings.timeZone(),
        settings.mailTimes());
  }

  /**
   * Returns the items of which somebody is reminded: what is required and open.
   *
   * @param items those that are asked of them
   */
  public List<RequestItem> open(Collection<RequestItem> items) {
    return engagement.status() == EngagementStatus.OPEN
        ? items.stream().filter(ReminderTimes::isOpen).toList()
        : List.of();
  }

  static boolean isOpen(RequestItem item) {
    return item.state().isAsked() && item.status() == ItemStatus.OPEN && item.wanted().required();
  }

  /** Returns when an item is due. */
  Optional<LocalDate> dueOn(RequestItem item) {
    return item.dueOn().or(engagement::dueOn);
  }

  /** Tells whether somebody was reminded as often as they may be. */
  public boolean isLastSent(Reminded before) {
    return before.sent() >= reminders.atMost();
  }

  /**
   * Returns when the next reminder goes, or the team is notified that there was no answer to the
   * last one; empty if nothing is to come.
   *
   * @param items those that are asked of the recipient
   * @param activeAt when they last sent a file that the items do not tell of
   * @param from the earliest time
   */
  public Optional<Instant> next(
      Collection<RequestItem> items, Reminded before, Optional<Instant> activeAt, Instant from) {
    List<RequestItem> open = open(items);
    if (open.isEmpty() || reminders.atMost() == 0 || (isLastSent(before) && before.reported())) {
      return Optional.empty();
    }
    Instant asked = latest(open.stream().flatMap(ReminderTimes::askedAt)).orElse(Instant.EPOCH);
    Optional<Instant> active =
        latest(Stream.concat(items.stream().flatMap(ReminderTimes::activity), activeAt.stream()));
    Instant news = active.filter(asked::isBefore).orElse(asked);
    LocalDate regular =
        before
            .lastAt()
            .filter(last -> last.isAfter(news))
            .map(last -> day(last).plusDays(reminders.everyDays()))
            .orElseGet(() -> day(news).plusDays(reminders.firstAfterDays()));
    LocalDate notified = day(before.lastAt().filter(asked::isBefore).orElse(asked));
    Optional<LocalDate> rest = active.map(last -> day(last).plusDays(reminders.firstAfterDays()));
    LocalDate first =
        open.stream()
            .flatMap(item -> dueOn(item).stream())
            .flatMap(due -> reminders.beforeDueDays().stream().map(due::minusDays))
            .filter(day -> day.isAfter(notified))
            .filter(day -> rest.filter(day::isBefore).isEmpty())
            .reduce(regular, (one, other) -> one.isBefore(other) ? one : other);
    return Optional.of(first(first, from.isAfter(news) ? from : news.plusMillis(1)));
  }

  /** Returns the start of the next day, before which nobody is reminded again. */
  public Instant tomorrow(Instant now) {
    return day(now).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Tells whether mails may be sent now. */
  public boolean isQuiet(Instant now) {
    return mailTimes.afterQuiet(now, zone).isAfter(now);
  }

  /** When it was asked for, or sent back last. */
  private static Stream<Instant> askedAt(RequestItem item) {
    return Stream.concat(
        item.state().askedAt().stream(),
        item.reviews().stream()
            .filter(review -> review.verdict().sendsBack())
            .map(review -> review.by().at()));
  }

  /** When something was done for it. */
  private static Stream<Instant> activity(RequestItem item) {
    ItemState state = item.state();
    return Stream.of(
            state.startedAt().stream(),
            state.submitted().map(By::at).stream(),
            state.notApplicable().map(said -> said.by().at()).stream(),
            item.answers().stream().map(answer -> answer.by().at()))
        .flatMap(times -> times);
  }

  private static Optional<Instant> latest(Stream<Instant> times) {
    return times.max(Instant::compareTo);
  }

  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  /** Returns the first time for reminders of a day, or one after it, that is not too early. */
  private Instant first(LocalDate day, Instant from) {
    LocalDate early = day(from).minusDays(MailTimes.MOST_QUIET_DAYS + 2L);
    LocalDate on = day.isBefore(early) ? early : day;
    Instant time = timeOn(on);
    while (time.isBefore(from)) {
      on = on.plusDays(1);
      time = timeOn(on);
    }
    return time;
  }

  /** Returns when what is due on a day goes. */
  private Instant timeOn(LocalDate day) {
    LocalDate on = day;
    while (mailTimes.quietDays().contains(on.getDayOfWeek())) {
      on = on.plusDays(1);
    }
    return mailTimes.afterQuiet(on.atTime(at).atZone(zone).toInstant(), zone);
  }
}
