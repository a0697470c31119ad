package clientportal.access.ids;

import clientportal.platform.table.Fields;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When, and how often, a firm's clients and contacts may be sent digests; all of it by the clocks
 * of the firm's time zone.
 *
 * @param quietDays in the order of the week, each once
 * @param mailsPerDay how many digests an addressee is sent on one day at most, 1 to 50
 */
public record MailTimes(
    Optional<QuietHours> quietHours, List<DayOfWeek> quietDays, Optional<Long> mailsPerDay) {
  /** At any time, as often as there is something. */
  public static final MailTimes ANY = new MailTimes(Optional.empty(), List.of(), Optional.empty());

  /** One day of the week is left on which mails are sent. */
  public static final int MOST_QUIET_DAYS = 6;

  public static final int MOST_MAILS_PER_DAY = 50;

  public MailTimes {
    quietDays = quietDays.stream().distinct().sorted().toList();
    if (quietDays.size() > MOST_QUIET_DAYS) {
      throw new IllegalArgumentException("no day is left for mails");
    }
  }

  /**
   * The hours of each day in which no mail is sent. They span midnight if they end earlier than
   * they begin.
   *
   * @param from inclusive, to the minute
   * @param to exclusive, to the minute
   */
  public record QuietHours(LocalTime from, LocalTime to) {

    public QuietHours {
      if (!areAllowed(from, to)) {
        throw new IllegalArgumentException("too little time is left for mails");
      }
    }

    /** Tells whether at least an hour of each day is left, so that no round of mails misses it. */
    public static boolean areAllowed(LocalTime from, LocalTime to) {
      int open = Math.floorMod(from.toSecondOfDay() - to.toSecondOfDay(), 24 * 60 * 60);
      return open >= 60 * 60;
    }

    /** Tells whether a time of day is in them. */
    public boolean contain(LocalTime time) {
      boolean begun = !time.isBefore(from);
      boolean notOver = time.isBefore(to);
      return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    /** Returns when those end that contain a time. */
    private LocalDateTime endAfter(LocalDateTime time) {
      LocalDateTime today = time.toLocalDate().atTime(to);
      return today.isAfter(time) ? today : today.plusDays(1);
    }
  }

  /**
   * Returns when the quiet time ends by the clock, as far as this day or these hours go: other
   * quiet time may follow. Empty if the time is not quiet.
   */
  public Optional<LocalDateTime> quietUntil(LocalDateTime time) {
    if (quietDays.contains(time.getDayOfWeek())) {
      return Optional.of(time.toLocalDate().plusDays(1).atStartOfDay());
    }
    return quietHours
        .filter(hours -> hours.contain(time.toLocalTime()))
        .map(hours -> hours.endAfter(time));
  }

  /** Returns the time itself, or the first one after it that is not quiet. */
  public Instant afterQuiet(Instant time, ZoneId zone) {
    Instant when = time;
    Optional<Instant> later = later(when, zone);
    while (later.isPresent()) {
      when = later.get();
      later = later(when, zone);
    }
    return when;
  }

  /** Returns a later time at which it is perhaps not quiet; empty if it is not quiet now. */
  private Optional<Instant> later(Instant now, ZoneId zone) {
    return quietUntil(LocalDateTime.ofInstant(now, zone))
        .map(end -> reach(end, now, zone.getRules()));
  }

  /** Returns when the clock shows a later time, or is changed before it does. */
  private static Instant reach(LocalDateTime later, Instant now, ZoneRules rules) {
    Instant reached = later.toInstant(rules.getOffset(now));
    ZoneOffsetTransition change = rules.nextTransition(now);
    return change != null && change.getInstant().isBefore(reached) ? change.getInstant() : reached;
  }

  /** Returns the name of a day in the API, in events and in items. */
  public static String text(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the attribute of items that has these; empty if mails are sent at any time. */
  public Optional<Fields> toFields() {
    return equals(ANY)
        ? Optional.empty()
        : Optional.of(
            Fields.of()
                .with("quietFrom", quietHours.map(hours -> hours.from().toString()))
                .with("quietTo", quietHours.map(hours -> hours.to().toString()))
                .withTexts("quietDays", quietDays.stream().map(MailTimes::text).toList())
                .with("mailsPerDay", mailsPerDay)
                .build());
  }

  /** Reads them from the attribute that has them, if there is one. */
  public static MailTimes of(Optional<Fields> attribute) {
    return attribute.map(MailTimes::of).orElse(ANY);
  }

  private static MailTimes of(Fields fields) {
    return new MailTimes(
        fields
            .optionalText("quietFrom")
            .map(from ->
                new QuietHours(LocalTime.parse(from), LocalTime.parse(fields.text("quietTo")))),
        fields.texts("quietDays").stream()
            .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
            .toList(),
        fields.has("mailsPerDay") ? Optional.of(fields.number("mailsPerDay")) : Optional.empty());
  }
}
