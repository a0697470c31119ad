package clientportal.delivery;

import clientportal.access.ids.MailTimes;
import clientportal.access.keys.Holder;
import clientportal.access.records.Firm;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
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
    Instant when = dueAt;
    Optional<Instant> later = later(settings, sent, when);
    while (later.isPresent()) {
      when = later.get();
      later = later(settings, sent, when);
    }
    return when;
  }

  /** Returns a later time at which the digest may perhaps go; empty if it may go now. */
  private static Optional<Instant> later(Firm.Settings settings, List<Instant> sent, Instant now) {
    ZoneId zone = settings.timeZone();
    MailTimes times = settings.mailTimes();
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    LocalDate today = local.toLocalDate();
    if (times.mailsPerDay().filter(most -> countOn(today, sent, zone) >= most).isPresent()) {
      return Optional.of(today.plusDays(1).atTime(NEXT_MORNING).atZone(zone).toInstant());
    }
    return times.quietUntil(local).map(end -> reach(end, now, zone.getRules()));
  }

  private static long countOn(LocalDate day, List<Instant> sent, ZoneId zone) {
    return sent.stream().filter(at -> LocalDate.ofInstant(at, zone).equals(day)).count();
  }

  /** Returns when the clock shows a later time, or is changed before it does. */
  private static Instant reach(LocalDateTime later, Instant now, ZoneRules rules) {
    Instant reached = later.toInstant(rules.getOffset(now));
    ZoneOffsetTransition change = rules.nextTransition(now);
    return change != null && change.getInstant().isBefore(reached) ? change.getInstant() : reached;
  }

  /** Returns when a digest that is opened is due; the firm's settings would have it due then. */
  public Instant ofOpened(Holder addressee, Firm.Settings settings, Instant dueAt) {
    return switch (addressee) {
      case Holder.Staff _ -> dueAt;
      case Holder.Party _ -> {
        List<Instant> sent =
            settings.mailTimes().mailsPerDay().isPresent()
                ? RecentDigests.of(addressee, table).times()
                : List.of();
        yield when(settings, sent, dueAt);
      }
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
      case Holder.Party _ ->
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
