package clientportal.notifications;

import clientportal.access.keys.TableKeys;
import clientportal.platform.Timestamps;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit for mails that anybody can request to an address: 3 in any hour, 10 in any day. A mail
 * is counted in the transaction that starts it, so that concurrent mails do not pass the limit.
 *
 * @param sent when the last mails were started, the newest last
 * @param revision 0 if none was sent lately
 */
record MailLimit(Key key, List<Instant> sent, long revision) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final long MOST_AN_HOUR = 3;
  private static final int MOST_A_DAY = 10;
  private static final String SENT = "sent";

  MailLimit {
    sent = List.copyOf(sent);
  }

  /**
   * Returns the limit of an address.
   *
   * @param key {@link TableKeys#mailLimit}, with which the items were read
   */
  static MailLimit of(Key key, Items items) {
    return items
        .at(key)
        .map(Item::fields)
        .map(fields ->
            new MailLimit(
                key,
                fields.texts(SENT).stream().map(Instant::parse).toList(),
                fields.number(Item.REVISION)))
        .orElseGet(() -> new MailLimit(key, List.of(), 0));
  }

  /** Tells whether one more mail may be sent. */
  boolean admits(Instant now) {
    return within(HOUR, now) < MOST_AN_HOUR && within(DAY, now) < MOST_A_DAY;
  }

  private long within(Duration time, Instant now) {
    return sent.stream().filter(at -> at.isAfter(now.minus(time))).count();
  }

  /** Counts one more mail. */
  Write count(Instant now) {
    List<Instant> all = new ArrayList<>(sent);
    all.add(now);
    Item item =
        Fields.of()
            .withTexts(
                SENT,
                all.subList(Math.max(0, all.size() - MOST_A_DAY), all.size()).stream()
                    .map(Timestamps::text)
                    .toList())
            .with(Item.REVISION, revision + 1)
            .with(Item.EXPIRES_AT_EPOCH, now.plus(DAY).getEpochSecond())
            .at(key);
    return revision == 0 ? Write.create(item) : Write.replace(item, revision);
  }
}
