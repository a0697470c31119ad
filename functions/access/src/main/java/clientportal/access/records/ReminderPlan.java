package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Timestamps;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the assignees of an engagement are reminded next, and how often they were. What opens an
 * item, or changes when it is due, has the plan looked at; what settles one need not, since whether
 * there is something to remind of is read from the items when the time has come.
 *
 * @param nextAt when it is looked at, no later than the next reminder is due; empty if there is
 *     none to come
 * @param changedAt since when a change waits for it to be looked at
 * @param leaseUntil until when somebody looks at it
 * @param recipients those who were reminded
 * @param activity when files arrived that were not the first of their items
 * @param revision 0 if it was never written
 */
public record ReminderPlan(
    EngagementPath path,
    Optional<Instant> nextAt,
    Optional<Instant> changedAt,
    Optional<Instant> leaseUntil,
    List<Reminded> recipients,
    Fields activity,
    long revision) {

  /** Longer than a function may run, so that one without a lease no longer reminds. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private static final String NEXT_AT = "nextAt";
  private static final String CHANGED_AT = "changedAt";
  private static final String LEASE_UNTIL = "leaseUntil";
  private static final String DUE_SHARD = "dueShard";
  private static final String DUE_AT = "dueAt";

  /** The prefix of an attribute for each recipient who sent files. */
  private static final String ACTIVE = "active#";

  /** What is due for one client at one time follows each other, so that it shares a mail. */
  private static final int SPREAD_MILLIS = 30_000;

  /**
   * How one recipient was reminded.
   *
   * @param sent how many reminders they were sent
   * @param lastAt when the last one was
   * @param reported whether the team was notified that there was no answer
   */
  public record Reminded(
      Recipient.Party recipient, int sent, Optional<Instant> lastAt, boolean reported) {
    private Fields toFields() {
      return Fields.of()
          .with("recipient", recipient.text())
          .with("sent", sent)
          .with("lastAt", lastAt)
          .with("reported", reported)
          .build();
    }

    private static Reminded fromFields(Fields fields) {
      return new Reminded(
          Recipient.party(fields.text("recipient")),
          Math.toIntExact(fields.number("sent")),
          fields.optionalInstant("lastAt"),
          fields.flag("reported"));
    }
  }

  public ReminderPlan {
    recipients = List.copyOf(recipients);
  }

  /**
   * Returns the plan of an engagement, whether it was written or not.
   *
   * @param items read with {@link RequestKeys#reminders}
   */
  public static ReminderPlan of(EngagementPath path, Items items) {
    return items
        .at(RequestKeys.reminders(path))
        .map(ReminderPlan::fromItem)
        .orElseGet(() -> fromItem(Fields.of().at(RequestKeys.reminders(path))));
  }

  /** Has the plan looked at, whether it was written before or not. */
  public static Write changed(EngagementPath path, Instant now) {
    return Write.update(RequestKeys.reminders(path))
        .set(due(path, now).with(CHANGED_AT, now).build())
        .remove(LEASE_UNTIL)
        .add(Item.REVISION, 1)
        .when(Condition.always());
  }

  /** Notes that a file arrived for what is asked of a recipient; nothing is due earlier for it. */
  public static Write active(EngagementPath path, Recipient.Party recipient, Instant at) {
    String attribute = ACTIVE + recipient.text();
    return Write.update(RequestKeys.reminders(path))
        .set(Fields.of().with(attribute, at).build())
        .when(Condition.missing(attribute).or(Condition.less(attribute, Timestamps.text(at))));
  }

  /** Returns how a recipient was reminded. */
  public Reminded of(Recipient.Party recipient) {
    return recipients.stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseGet(() -> new Reminded(recipient, 0, Optional.empty(), false));
  }

  /** Returns when a file of a recipient arrived last that was not the first of its item. */
  public Optional<Instant> activeAt(Recipient.Party recipient) {
    return activity.optionalInstant(ACTIVE + recipient.text());
  }

  /** Returns from when on reminders have not been looked at. */
  public Optional<Instant> since() {
    return Stream.of(nextAt, changedAt).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /** Takes the lease. */
  public ReminderPlan take(Instant now) {
    return new ReminderPlan(
        path, nextAt, changedAt, Optional.of(now.plus(LEASE)), recipients, activity, revision + 1);
  }

  /** Has it looked at again at a time; empty if only a change leads to it. */
  public ReminderPlan next(Optional<Instant> at) {
    return new ReminderPlan(
        path, at, Optional.empty(), Optional.empty(), recipients, activity, revision + 1);
  }

  /** Counts a reminder. The team can then be notified again that there was no answer. */
  public ReminderPlan reminded(Recipient.Party recipient, Instant now) {
    return with(new Reminded(recipient, of(recipient).sent() + 1, Optional.of(now), false));
  }

  /** Notes that the team is notified that a recipient does not answer. */
  public ReminderPlan reported(Recipient.Party recipient) {
    Reminded before = of(recipient);
    return with(new Reminded(recipient, before.sent(), before.lastAt(), true));
  }

  private ReminderPlan with(Reminded other) {
    List<Reminded> others = new ArrayList<>(recipients);
    others.removeIf(each -> each.recipient().equals(other.recipient()));
    others.add(other);
    return new ReminderPlan(path, nextAt, changedAt, leaseUntil, others, activity, revision);
  }

  /** Leaves the time at which it is looked at as it is. */
  public ReminderPlan again() {
    return new ReminderPlan(
        path, nextAt, changedAt, leaseUntil, recipients, activity, revision + 1);
  }

  /** Updates the plan that this one was made from; a file that arrives meanwhile stays noted. */
  public Write save() {
    Fields.Builder fields =
        leaseUntil
            .or(this::since)
            .map(at -> due(path, at))
            .orElseGet(Fields::of)
            .with(NEXT_AT, nextAt)
            .with(CHANGED_AT, changedAt)
            .with(LEASE_UNTIL, leaseUntil)
            .withMaps("recipients", recipients.stream().map(Reminded::toFields).toList())
            .with(Item.REVISION, revision);
    return Write.update(RequestKeys.reminders(path))
        .set(fields.build(), NEXT_AT, CHANGED_AT, LEASE_UNTIL, DUE_SHARD, DUE_AT)
        .when(revision == 1 ? Condition.missing(Item.REVISION) : Condition.revision(revision - 1));
  }

  private static Fields.Builder due(EngagementPath path, Instant at) {
    ClientPath client = path.client();
    return Fields.of()
        .with(DUE_SHARD, TableKeys.shard(TableKeys.REMINDER_SHARDS, client.client()))
        .with(DUE_AT, at.plusMillis(Math.floorMod(client.client().hashCode(), SPREAD_MILLIS)));
  }

  /** Returns the plan of the item. */
  public static ReminderPlan fromItem(Item item) {
    Fields fields = item.fields();
    return new ReminderPlan(
        RequestKeys.engagementOfReminders(item.key()),
        fields.optionalInstant(NEXT_AT),
        fields.optionalInstant(CHANGED_AT),
        fields.optionalInstant(LEASE_UNTIL),
        fields.has("recipients")
            ? fields.maps("recipients").stream().map(Reminded::fromFields).toList()
            : List.of(),
        fields,
        fields.number(Item.REVISION, 0));
  }
}
