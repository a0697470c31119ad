package clientportal.delivery;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a mail: the first time of each thing that has become of it. Two states join to
 * one that has the earlier time of each, so that reports of SES can come in any order, late and
 * more than once.
 */
public record MailState(Map<MailStep, Instant> first) {
  /** Nothing has become of it so far. */
  public static final MailState QUEUED = new MailState(Map.of());

  /** How a mail is shown. */
  public enum Shown {
    QUEUED,
    SENT,
    DELAYED,
    DELIVERED,
    BOUNCED,
    COMPLAINED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public MailState {
    EnumMap<MailStep, Instant> copy = new EnumMap<>(MailStep.class);
    copy.putAll(first);
    first = Collections.unmodifiableMap(copy);
  }

  /** Returns the state of a mail of which one thing is known. */
  public static MailState of(MailStep step, Instant at) {
    return new MailState(Map.of(step, at));
  }

  /** Returns what both know. */
  public MailState join(MailState other) {
    Map<MailStep, Instant> joined = new EnumMap<>(MailStep.class);
    joined.putAll(first);
    other.first.forEach((step, at) -> joined.merge(step, at, MailState::earlier));
    return new MailState(joined);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Returns what the mail has come to, by all that is known of it and not by what came last. */
  public Shown shown() {
    if (has(MailStep.COMPLAINED)) {
      return Shown.COMPLAINED;
    }
    if (has(MailStep.BOUNCED) || has(MailStep.REJECTED)) {
      return Shown.BOUNCED;
    }
    if (has(MailStep.DELIVERED)) {
      return Shown.DELIVERED;
    }
    if (has(MailStep.SOFT_BOUNCED)) {
      return Shown.BOUNCED;
    }
    if (has(MailStep.DELAYED)) {
      return Shown.DELAYED;
    }
    return sentAt().isPresent() ? Shown.SENT : Shown.QUEUED;
  }

  /** Returns when the mail left us. */
  public Optional<Instant> sentAt() {
    return earliest(MailStep.HANDED_OVER, MailStep.SENT);
  }

  public Optional<Instant> deliveredAt() {
    return earliest(MailStep.DELIVERED);
  }

  /** Returns when it was first known that it does not arrive. */
  public Optional<Instant> bouncedAt() {
    return shown() == Shown.BOUNCED
        ? earliest(MailStep.BOUNCED, MailStep.REJECTED, MailStep.SOFT_BOUNCED)
        : earliest(MailStep.BOUNCED, MailStep.REJECTED);
  }

  public Optional<Instant> complainedAt() {
    return earliest(MailStep.COMPLAINED);
  }

  private boolean has(MailStep step) {
    return first.containsKey(step);
  }

  private Optional<Instant> earliest(MailStep... steps) {
    return Stream.of(steps)
        .flatMap(step -> Optional.ofNullable(first.get(step)).stream())
        .min(Comparator.naturalOrder());
  }
}
