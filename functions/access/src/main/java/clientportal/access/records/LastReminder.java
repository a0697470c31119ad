package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.Timestamps;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a recipient was reminded last, of whatever engagement: they are reminded on no more than one
 * moment of a day, and not on a day on which the mail of an earlier one is sent.
 *
 * @param at of the first reminder of that moment, as it was read
 * @param mailedAt when its mail was sent, or there was nothing left to send
 */
public record LastReminder(Key key, Optional<Instant> at, Optional<Instant> mailedAt) {
  /** Within this time of the first, others join its mail, which is not sent before. */
  public static final Duration TOGETHER = Duration.ofMinutes(2);

  /** For so long a mail is awaited: longer than a digest that fails is tried. */
  public static final Duration AWAITED = Duration.ofDays(3);

  private static final String AT = "at";
  private static final String MAILED_AT = "mailedAt";

  /** Returns it; the items were read with its key. */
  public static LastReminder of(ClientPath client, Recipient.Party recipient, Items items) {
    Key key = RequestKeys.lastReminder(client, recipient);
    Optional<Fields> fields = items.at(key).map(Item::fields);
    return new LastReminder(
        key,
        fields.flatMap(item -> item.optionalInstant(AT)),
        fields.flatMap(item -> item.optionalInstant(MAILED_AT)));
  }

  /** Tells whether they were reminded, or got a mail of reminders, on the day that it is. */
  public boolean isOfToday(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return Stream.of(at, mailedAt)
        .flatMap(Optional::stream)
        .anyMatch(time -> LocalDate.ofInstant(time, zone).equals(today));
  }

  /** Tells whether the mail is still to come, perhaps today. */
  public boolean isAwaited(Instant now) {
    return mailedAt.isEmpty() && at.filter(last -> now.isBefore(last.plus(AWAITED))).isPresent();
  }

  /** Tells whether another reminder would join the mail of the last one. */
  public boolean isJoinedAt(Instant now) {
    return at.filter(last -> now.isBefore(last.plus(TOGETHER))).isPresent();
  }

  /** Notes that a mail with reminders was sent, or that nothing of it was left to send. */
  public static Write mailed(ClientPath client, Recipient.Party recipient, Instant now) {
    return Write.update(RequestKeys.lastReminder(client, recipient))
        .set(Fields.of().with(MAILED_AT, now).build())
        .when(Condition.always());
  }

  /** Notes another reminder, unless somebody else has reminded them since it was read. */
  public Write remind(Instant now) {
    Instant first = at.filter(_ -> isJoinedAt(now)).orElse(now);
    return new Write.Put(
        Fields.of().with(AT, first).at(key),
        at.map(last -> Condition.equal(AT, Timestamps.text(last)))
            .orElseGet(() -> Condition.missing(AT)));
  }
}
