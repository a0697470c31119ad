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

/**
 * When a recipient was reminded last, of whatever engagement: they are reminded on no more than one
 * moment of a day.
 *
 * @param at of the first reminder of that moment, as it was read
 */
public record LastReminder(Key key, Optional<Instant> at) {
  /** Within this time of the first, others join its mail, which is not sent before. */
  public static final Duration TOGETHER = Duration.ofMinutes(2);

  private static final String AT = "at";

  /** Returns it; the items were read with its key. */
  public static LastReminder of(ClientPath client, Recipient.Party recipient, Items items) {
    Key key = RequestKeys.lastReminder(client, recipient);
    return new LastReminder(key, items.at(key).map(Item::fields).map(item -> item.instant(AT)));
  }

  /** Tells whether they were reminded on the day that it is. */
  public boolean isOfToday(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return at.filter(last -> LocalDate.ofInstant(last, zone).equals(today)).isPresent();
  }

  /** Tells whether another reminder would join the mail of the last one. */
  public boolean isJoinedAt(Instant now) {
    return at.filter(last -> now.isBefore(last.plus(TOGETHER))).isPresent();
  }

  /** Notes another reminder, unless somebody else has reminded them since it was read. */
  public Write remind(Instant now) {
    Instant first = at.filter(_ -> isJoinedAt(now)).orElse(now);
    return new Write.Put(
        Fields.of().with(AT, first).at(key),
        at.map(last -> Condition.equal(AT, Timestamps.text(last))).orElseGet(Condition::absent));
  }
}
