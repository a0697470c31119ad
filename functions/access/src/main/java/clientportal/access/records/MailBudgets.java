package clientportal.access.records;

import clientportal.platform.Timestamps;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times of recent mails to a mailbox or about an account, the newest last. Written in the
 * transaction that causes the mail, so that concurrent requests cannot exceed a limit.
 */
public record MailBudgets(Map<MailCause, List<Instant>> caused) {
  public static final MailBudgets UNUSED = new MailBudgets(Map.of());

  /** How long a mail counts. */
  public static final Duration DAY = Duration.ofDays(1);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String MAILS = "mails";

  public MailBudgets {
    caused = Map.copyOf(caused);
  }

  /** Tells whether one more mail may be caused. */
  public boolean admits(MailCause cause, Instant now) {
    return !nextAt(cause, now).isAfter(now);
  }

  /**
   * Counts one more mail.
   *
   * @throws ProblemException {@code too-many-requests} if it is one too many
   */
  public MailBudgets require(MailCause cause, Instant now) {
    Instant next = nextAt(cause, now);
    if (next.isAfter(now)) {
      throw ProblemException.tooManyRequests(
          "Several mails were sent for this account lately. Wait before the next one.",
          Duration.between(now, next));
    }
    return count(cause, now);
  }

  /** Counts one more mail. */
  public MailBudgets count(MailCause cause, Instant now) {
    List<Instant> before = of(cause);
    Map<MailCause, List<Instant>> all = new EnumMap<>(MailCause.class);
    all.putAll(caused);
    all.put(
        cause,
        Stream.concat(
                before.stream().skip(Math.max(0, before.size() + 1 - cause.mostADay())),
                Stream.of(now))
            .toList());
    return new MailBudgets(all);
  }

  /** Returns when the next mail may be caused: now, or when an earlier one no longer counts. */
  private Instant nextAt(MailCause cause, Instant now) {
    return Stream.of(freeAt(cause, cause.mostAnHour(), HOUR), freeAt(cause, cause.mostADay(), DAY))
        .flatMap(Optional::stream)
        .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
  }

  private Optional<Instant> freeAt(MailCause cause, int most, Duration window) {
    List<Instant> times = of(cause);
    return times.size() < most
        ? Optional.empty()
        : Optional.of(times.get(times.size() - most).plus(window));
  }

  private List<Instant> of(MailCause cause) {
    return caused.getOrDefault(cause, List.of());
  }

  /** Returns the attribute of the item that has these; empty if nothing was caused. */
  public Fields toFields() {
    Fields.Builder mails = Fields.of();
    caused.forEach((cause, times) ->
        mails.withTexts(cause.text(), times.stream().map(Timestamps::text).toList()));
    return caused.isEmpty() ? Fields.of().build() : Fields.of().with(MAILS, mails.build()).build();
  }

  /** Reads them from the item that has them. */
  public static MailBudgets fromFields(Fields item) {
    return item.optionalMap(MAILS).map(MailBudgets::read).orElse(UNUSED);
  }

  private static MailBudgets read(Fields mails) {
    Map<MailCause, List<Instant>> caused = new EnumMap<>(MailCause.class);
    for (MailCause cause : MailCause.values()) {
      if (mails.has(cause.text())) {
        caused.put(cause, mails.texts(cause.text()).stream().map(Instant::parse).toList());
      }
    }
    return new MailBudgets(caused);
  }
}
