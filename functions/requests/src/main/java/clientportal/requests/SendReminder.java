package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.LastReminder;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ReminderTimes;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reminds the assignees who have something required open, at once. It counts as their reminder of
 * the day: nobody is reminded twice, neither by this nor by {@code SendReminders}.
 */
record SendReminder(Access access, Table table, Ids ids) {
  Reminding handle(
      Caller caller, EngagementPath path, Body<ReminderRecipients> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private Reminding attempt(
      Caller caller, EngagementPath path, Body<ReminderRecipients> body, Idempotency idempotency) {
    Key firm = TableKeys.firm(path.client().firm());
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(firm);
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.REQUEST);
    ReminderRecipients command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return Reminding.of(earlier.get());
    }
    WholeEngagement whole = Changes.whole(path, reach, table);
    ReminderTimes times =
        ReminderTimes.of(whole.engagement(), Firm.fromItem(reach.item(firm)).settings());
    List<RequestItem> open = open(whole, command, times);
    Items items = table.read(keys(path, open));
    Reminding reminding = reminding(path, open, items, times, reach);
    if (reminding.notified().isEmpty()) {
      Changes.requireNotRun(idempotency, reach, table);
    }
    requireNotAllToday(reminding, times, reach);
    List<Write> writes = writes(whole, open, reminding, items, reach, idempotency);
    if (!writes.isEmpty()) {
      table.write(writes);
    }
    return reminding;
  }

  /** Returns what the named assignees have open. */
  private static List<RequestItem> open(
      WholeEngagement whole, ReminderRecipients command, ReminderTimes times) {
    List<Recipient.Party> assignees = Assignees.parties(whole.items());
    List<Recipient.Party> named = command.recipients().orElse(assignees);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      if (!assignees.contains(named.get(i))) {
        faults.add(
            Fault.at(
                ReminderRecipients.POINTER.formatted(i),
                Fault.Code.UNKNOWN,
                "is asked for nothing in the engagement"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.unknownReferences(faults);
    }
    List<RequestItem> open =
        times.open(whole.items().stream().filter(item -> named.contains(item.assignee())).toList());
    if (open.isEmpty()) {
      throw ProblemException.statusConflict(
          whole.engagement().status().text(),
          "Nothing required is open that they could be reminded of.");
    }
    return open;
  }

  private static List<Key> keys(EngagementPath path, List<RequestItem> open) {
    List<Key> keys = new ArrayList<>(List.of(RequestKeys.reminders(path)));
    for (Recipient.Party assignee : Assignees.parties(open)) {
      keys.add(Assignees.key(path.client(), assignee));
      keys.add(RequestKeys.lastReminder(path.client(), assignee));
    }
    return keys;
  }

  private static Reminding reminding(
      EngagementPath path, List<RequestItem> open, Items items, ReminderTimes times, Reach reach) {
    Assignees assignees = new Assignees(path.client(), open, items);
    List<Recipient.Party> notified = new ArrayList<>();
    List<Asked.NotNotified> notNotified = new ArrayList<>();
    for (Recipient.Party assignee : Assignees.parties(open)) {
      Optional<String> reason =
          LastReminder.of(path.client(), assignee, items).isOfToday(reach.now(), times.zone())
              ? Optional.of(Reminding.TODAY)
              : assignees.notReached(assignee);
      reason.ifPresentOrElse(
          why -> notNotified.add(new Asked.NotNotified(assignee, why)),
          () -> notified.add(assignee));
    }
    return new Reminding(notified, notNotified);
  }

  private static void requireNotAllToday(Reminding reminding, ReminderTimes times, Reach reach) {
    if (reminding.notified().isEmpty()
        && reminding.notNotified().stream()
            .map(Asked.NotNotified::reason)
            .anyMatch(Reminding.TODAY::equals)) {
      throw ProblemException.tooManyRequests(
          "They were reminded today. Wait until tomorrow.",
          Duration.between(reach.now(), times.tomorrow(reach.now())));
    }
  }

  private List<Write> writes(
      WholeEngagement whole,
      List<RequestItem> open,
      Reminding reminding,
      Items items,
      Reach reach,
      Idempotency idempotency) {
    EngagementPath path = whole.path();
    List<Write> writes = new ArrayList<>(idempotency.remember(reminding.text(), reach.now()));
    if (reminding.notified().isEmpty()) {
      return writes;
    }
    ReminderPlan plan = ReminderPlan.of(path, items);
    for (Recipient.Party recipient : reminding.notified()) {
      plan = plan.reminded(recipient, reach.now());
      writes.add(LastReminder.of(path.client(), recipient, items).remind(reach.now()));
    }
    writes.add(plan.again().save());
    List<ItemId> about =
        open.stream()
            .filter(item -> reminding.notified().contains(item.assignee()))
            .map(RequestItem::id)
            .toList();
    writes.add(
        reach
            .recorder(ids)
            .record(
                new RequestReminded(
                    Changes.named(whole), about, List.copyOf(reminding.notified()))));
    return writes;
  }
}
