package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.Engagement;
import clientportal.access.records.Progress;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                .with("items", whole.items().stream().map(ItemView::ofStaff).toList()),
            Optional.of(engagement.revision()))
        : new Found(forReader(whole, reach), Optional.empty());
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
