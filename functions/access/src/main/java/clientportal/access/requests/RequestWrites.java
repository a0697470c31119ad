package clientportal.access.requests;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The writes that turn an engagement and its items into those of a change. */
public final class RequestWrites {
  private RequestWrites() {}

  /**
   * Returns the writes: each item under its own revision, since a file may have arrived meanwhile,
   * and the engagement under its revision, so that all else is as it was read. Where something is
   * opened of which people are reminded, the plan of that is looked at.
   */
  public static List<Write> of(Outcome.Changed changed, Instant now) {
    List<Write> writes = new ArrayList<>();
    WholeEngagement before = changed.before();
    WholeEngagement after = changed.after();
    for (RequestItem item : before.items()) {
      if (after.item(item.id()).isEmpty()) {
        writes.add(
            new Write.Delete(
                RequestKeys.requestItem(item.path()), Condition.revision(item.revision())));
      }
    }
    for (RequestItem item : after.items()) {
      Optional<RequestItem> stored = before.item(item.id());
      if (stored.isEmpty()) {
        writes.add(Write.create(item.toItem()));
      } else if (!stored.get().equals(item)) {
        writes.add(Write.replace(item.toItem(), stored.get().revision()));
      }
    }
    writes.addAll(assigned(before, after));
    writes.add(after.engagement().save(before.engagement(), before.progress()));
    if (isMoreToRemindOf(before, after)) {
      writes.add(ReminderPlan.changed(after.path(), now));
    }
    return writes;
  }

  /** What counts for when somebody is reminded of an item, but for who has done something. */
  private record Open(ItemId id, Recipient.Party assignee, int round, Optional<LocalDate> dueOn) {}

  private static boolean isMoreToRemindOf(WholeEngagement before, WholeEngagement after) {
    Set<Open> open = open(after);
    Set<Open> old = open(before);
    boolean otherTimes = !before.engagement().reminders().equals(after.engagement().reminders());
    return !old.containsAll(open) || (otherTimes && !open.isEmpty());
  }

  private static Set<Open> open(WholeEngagement whole) {
    if (whole.engagement().status() != EngagementStatus.OPEN) {
      return Set.of();
    }
    return whole.items().stream()
        .filter(ReminderTimes::isOpen)
        .map(item ->
            new Open(
                item.id(),
                item.assignee(),
                item.state().round(),
                item.dueOn().or(whole.engagement()::dueOn)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Write> assigned(WholeEngagement before, WholeEngagement after) {
    Map<Key, AssignedRequest> old = rows(before);
    Map<Key, AssignedRequest> next = rows(after);
    List<Write> writes = new ArrayList<>();
    old.forEach((key, row) -> {
      if (!next.containsKey(key)) {
        writes.add(row.delete());
      }
    });
    next.forEach((key, row) -> {
      if (!row.equals(old.get(key))) {
        writes.add(row.put());
      }
    });
    return writes;
  }

  private static Map<Key, AssignedRequest> rows(WholeEngagement whole) {
    Map<Key, AssignedRequest> rows = new LinkedHashMap<>();
    whole.assigned().forEach(row -> rows.put(row.key(), row));
    return rows;
  }
}
