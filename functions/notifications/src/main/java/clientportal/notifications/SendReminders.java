package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.events.EventData.RemindersUnanswered;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.events.Recorder;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Engagement;
import clientportal.access.records.Firm;
import clientportal.access.records.LastReminder;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ReminderTimes;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.table.DueItems;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reminds the assignees of an engagement when the time has come: by an event, which is written
 * together with when the next reminder is due. What is open is read from the items. An assignee who
 * has no account, was reminded today, or whose last mail of reminders is still to come, is looked
 * at again on the next day; that does not count as a reminder. After the last reminder the team is
 * notified once.
 */
record SendReminders(Table table, Ids ids, Clock clock) {
  /**
   * Works on what is due.
   *
   * @param timeLeft whether there is time for one more
   */
  DueItems.Round handle(BooleanSupplier timeLeft) {
    return new DueItems(table, clock)
        .work(TableKeys.REMINDER_SHARDS, timeLeft, item -> look(ReminderPlan.fromItem(item)));
  }

  private void look(ReminderPlan plan) {
    Instant now = clock.instant();
    ReminderPlan taken = plan.take(now);
    if (!table.tryWrite(List.of(taken.save()))) {
      return;
    }
    EngagementPath path = plan.path();
    Key firm = TableKeys.firm(path.client().firm());
    Items items = table.read(List.of(RequestKeys.engagement(path), firm));
    ReminderTimes times =
        ReminderTimes.of(
            Engagement.fromItem(items.require(RequestKeys.engagement(path))),
            Firm.fromItem(items.require(firm)).settings());
    Looking looking = new Looking(taken, times, asked(path), now);
    // What has changed meanwhile is looked at by the next round.
    table.tryWrite(looking.writes());
  }

  private Map<Recipient.Party, List<RequestItem>> asked(EngagementPath path) {
    Map<Recipient.Party, List<RequestItem>> asked = new LinkedHashMap<>();
    WholeEngagement.items(path, table)
        .forEach(item -> asked.computeIfAbsent(item.assignee(), _ -> new ArrayList<>()).add(item));
    return asked;
  }

  /** One look at an engagement. */
  private final class Looking {
    private final ReminderTimes times;
    private final Map<Recipient.Party, List<RequestItem>> asked;
    private final Instant now;
    private final Instant since;
    private final List<Write> writes = new ArrayList<>();
    private final List<Recipient.Party> reminded = new ArrayList<>();
    private final Recorder recorder;
    private ReminderPlan plan;

    private Looking(
        ReminderPlan plan,
        ReminderTimes times,
        Map<Recipient.Party, List<RequestItem>> asked,
        Instant now) {
      this.plan = plan;
      this.times = times;
      this.asked = asked;
      this.now = now;
      this.since = plan.since().orElse(now);
      this.recorder = new Recorder(ids, Actor.PORTAL, now);
    }

    private Optional<Instant> next(Recipient.Party recipient, Instant from) {
      return times.next(
          asked.getOrDefault(recipient, List.of()),
          plan.of(recipient),
          plan.activeAt(recipient),
          from);
    }

    private boolean isDue(Recipient.Party recipient) {
      return next(recipient, since).filter(at -> !at.isAfter(now)).isPresent();
    }

    private List<Write> writes() {
      List<Recipient.Party> due = asked.keySet().stream().filter(this::isDue).toList();
      Map<Recipient.Party, Instant> from = new LinkedHashMap<>();
      if (!due.isEmpty()) {
        Items people = people(due);
        due.forEach(recipient -> from.put(recipient, remind(recipient, people)));
      }
      if (!reminded.isEmpty()) {
        writes.add(
            recorder.record(new RequestReminded(named(), open(reminded), List.copyOf(reminded))));
      }
      writes.add(
          plan.next(
                  asked.keySet().stream()
                      .flatMap(each -> next(each, from.getOrDefault(each, since)).stream())
                      .min(Instant::compareTo))
              .save());
      return writes;
    }

    private Items people(List<Recipient.Party> due) {
      List<Key> keys = new ArrayList<>(List.of(TableKeys.client(path().client())));
      for (Recipient.Party recipient : due) {
        keys.addAll(Account.keys(holder(recipient)));
        keys.add(RequestKeys.lastReminder(path().client(), recipient));
      }
      return table.read(keys.stream().distinct().toList());
    }

    /** Reminds somebody, if that may be now; returns from when on they may be reminded again. */
    private Instant remind(Recipient.Party recipient, Items people) {
      if (times.isLastSent(plan.of(recipient))) {
        report(recipient, people);
        return now;
      }
      if (times.isQuiet(now)) {
        return now;
      }
      LastReminder last = LastReminder.of(path().client(), recipient, people);
      boolean again =
          (last.isOfToday(now, times.zone()) || last.isAwaited(now)) && !last.isJoinedAt(now);
      if (!again && isReached(recipient, people)) {
        plan = plan.reminded(recipient, now);
        reminded.add(recipient);
        writes.add(last.remind(now));
      }
      return times.tomorrow(now);
    }

    private boolean isReached(Recipient.Party recipient, Items people) {
      return people
          .at(TableKeys.account(holder(recipient)))
          .map(Account::fromItem)
          .filter(account -> account.status().receives() && account.isReachable())
          .filter(account -> account.isPermitted(people))
          .isPresent();
    }

    private void report(Recipient.Party recipient, Items people) {
      Client client = Client.fromItem(people.require(TableKeys.client(path().client())));
      writes.add(
          recorder.record(
              new RemindersUnanswered(
                  named(),
                  open(List.of(recipient)),
                  recipient,
                  plan.of(recipient).sent(),
                  client.team())));
      plan = plan.reported(recipient);
    }

    private List<ItemId> open(List<Recipient.Party> recipients) {
      return recipients.stream()
          .flatMap(recipient -> times.open(asked.getOrDefault(recipient, List.of())).stream())
          .map(RequestItem::id)
          .toList();
    }

    private NamedEngagement named() {
      return new NamedEngagement(path(), times.engagement().name());
    }

    private EngagementPath path() {
      return plan.path();
    }

    private Holder holder(Recipient.Party recipient) {
      return Holder.of(path().client(), recipient);
    }
  }
}
