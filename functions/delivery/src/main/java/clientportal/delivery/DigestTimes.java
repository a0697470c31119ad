package clientportal.delivery;

import clientportal.access.keys.Holder;
import clientportal.access.records.Firm;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When digests are sent: those to clients and contacts in none of the firm's quiet time, and no
 * more of them on one day than the firm wants; those to staff at any time.
 */
public record DigestTimes(Table table) {
  /** When the digests go for which the day before had no room. */
  private static final LocalTime NEXT_MORNING = LocalTime.of(9, 0);

  /**
   * Returns when a digest may go that is due at a time: then, or at the first time after it that is
   * not quiet and on whose day there is room for one more.
   *
   * @param sent when digests of the day were sent to the addressee
   */
  static Instant when(Firm.Settings settings, List<Instant> sent, Instant dueAt) {
    ZoneId zone = settings.timeZone();
    Instant when = nextMorningIfFull(settings, sent, dueAt);
    Instant later = settings.mailTimes().afterQuiet(when, zone);
    while (later.isAfter(when)) {
      when = nextMorningIfFull(settings, sent, later);
      later = settings.mailTimes().afterQuiet(when, zone);
    }
    return when;
  }

  /** Returns the time itself, or the first morning after it of a day that has room. */
  private static Instant nextMorningIfFull(
      Firm.Settings settings, List<Instant> sent, Instant time) {
    ZoneId zone = settings.timeZone();
    LocalDate day = LocalDate.ofInstant(time, zone);
    if (!isFull(day, sent, settings)) {
      return time;
    }
    do {
      day = day.plusDays(1);
    } while (isFull(day, sent, settings));
    return day.atTime(NEXT_MORNING).atZone(zone).toInstant();
  }

  private static boolean isFull(LocalDate day, List<Instant> sent, Firm.Settings settings) {
    return settings
        .mailTimes()
        .mailsPerDay()
        .filter(most -> countOn(day, sent, settings.timeZone()) >= most)
        .isPresent();
  }

  private static long countOn(LocalDate day, List<Instant> sent, ZoneId zone) {
    return sent.stream().filter(at -> LocalDate.ofInstant(at, zone).equals(day)).count();
  }

  /** Returns when a digest that is opened is due; the firm's settings would have it due then. */
  public Instant ofOpened(Holder addressee, Firm.Settings settings, Instant dueAt) {
    return switch (addressee) {
      case Holder.Staff _ -> dueAt;
      case Holder.Party _, Holder.Member _ -> {
        List<Instant> sent =
            settings.mailTimes().mailsPerDay().isPresent()
                ? RecentDigests.of(addressee, table).times()
                : List.of();
        yield when(settings, sent, dueAt);
      }
    };
  }

  /**
   * The place of a digest among those of its day.
   *
   * @param number from 1
   * @param limit of one day
   */
  public record OfDay(long number, long limit) {}

  /** Returns the place of a digest that goes at a time; empty if the firm has no limit of a day. */
  Optional<OfDay> ofDay(Holder addressee, Firm.Settings settings, Instant at) {
    return switch (addressee) {
      case Holder.Staff _ -> Optional.empty();
      case Holder.Party _, Holder.Member _ ->
          settings
              .mailTimes()
              .mailsPerDay()
              .map(limit -> {
                ZoneId zone = settings.timeZone();
                List<Instant> sent = RecentDigests.of(addressee, table).times();
                return new OfDay(countOn(LocalDate.ofInstant(at, zone), sent, zone) + 1, limit);
              });
    };
  }

  /**
   * Returns when a digest that is about to be sent may go, by the present settings. If that is now,
   * it counts as one of this day from here on, also if it fails. Of two that want the last place of
   * a day at the same instant, one gets it.
   *
   * @param window whose lease the caller has
   */
  public Instant ofTaken(DigestWindow window, Firm.Settings settings, Instant now) {
    return switch (window.addressee()) {
      case Holder.Staff _ -> now;
      case Holder.Party _, Holder.Member _ ->
          settings
              .mailTimes()
              .mailsPerDay()
              .map(most -> Attempts.run(() -> claim(window, settings, most, now)))
              .orElseGet(() -> when(settings, List.of(), now));
    };
  }

  private Instant claim(DigestWindow window, Firm.Settings settings, long most, Instant now) {
    RecentDigests others = RecentDigests.of(window.addressee(), table).without(window.key());
    Instant when = when(settings, others.times(), now);
    if (!when.isAfter(now)) {
      table.write(List.of(others.with(window.key(), now, most).save()));
    }
    return when;
  }
}
