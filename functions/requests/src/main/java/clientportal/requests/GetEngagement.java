package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Engagement;
import clientportal.access.records.Firm;
import clientportal.access.records.Progress;
import clientportal.access.records.ReminderPlan;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ReminderTimes;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows an engagement with its items: to staff all, to others those of which they are asked. Where
 * staff show it, they see how far the others are too, in numbers alone.
 */
record GetEngagement(Access access, Table table) {
  /**
   * What was found, and how the caller sees it.
   *
   * @param revision that of the engagement, for staff, who may change it
   */
  record Found(JsonObject view, Optional<Long> revision) {}

  Found handle(Caller caller, EngagementPath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private Found attempt(Caller caller, EngagementPath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ);
    WholeEngagement whole = Changes.whole(path, reach, table);
    Engagement engagement = whole.engagement();
    return reach.staff().isPresent()
        ? new Found(
            EngagementView.ofStaff(engagement, whole.progress())
                .with("reminded", reminded(whole, reach))
                .with("items", whole.items().stream().map(ItemView::ofStaff).toList()),
            Optional.of(engagement.revision()))
        : new Found(forReader(whole, reach), Optional.empty());
  }

  /** Returns how each assignee, present or past, is reminded. */
  private List<JsonObject> reminded(WholeEngagement whole, Reach reach) {
    EngagementPath path = whole.path();
    Key firm = TableKeys.firm(path.client().firm());
    Items items = table.read(List.of(firm, RequestKeys.reminders(path)));
    ReminderPlan plan = ReminderPlan.of(path, items);
    ReminderTimes times =
        ReminderTimes.of(whole.engagement(), Firm.fromItem(items.require(firm)).settings());
    return Stream.concat(
            Assignees.parties(whole.items()).stream(),
            plan.recipients().stream().map(ReminderPlan.Reminded::recipient))
        .distinct()
        .map(recipient -> {
          ReminderPlan.Reminded before = plan.of(recipient);
          return Json.object()
              .with("recipient", recipient.text())
              .with("sent", before.sent())
              .with("lastAt", before.lastAt())
              .with(
                  "nextAt",
                  times
                      .next(
                          whole.items().stream()
                              .filter(item -> item.assignee().equals(recipient))
                              .toList(),
                          before,
                          plan.activeAt(recipient),
                          reach.now())
                      .filter(_ -> !times.isLastSent(before)));
        })
        .toList();
  }

  private static JsonObject forReader(WholeEngagement whole, Reach reach) {
    List<RequestItem> own = new ArrayList<>(whole.items());
    own.removeIf(item -> !reach.allows(Action.READ, item));
    List<RequestItem> others = new ArrayList<>(whole.items());
    others.removeAll(own);
    return EngagementView.ofReader(whole.engagement(), Progress.of(own))
        .with(
            "others",
            Optional.of(Progress.of(others))
                .filter(progress -> whole.engagement().progressShown() && progress.asked() > 0)
                .map(EngagementView::of))
        .with("items", own.stream().map(ItemView::ofReader).toList());
  }
}
