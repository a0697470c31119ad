package clientportal.requests;

import clientportal.access.RemindersView;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.Engagement;
import clientportal.access.records.Progress;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.LocalDate;

/** Engagements as callers see them, without their items. */
final class EngagementView {
  private EngagementView() {}

  /** An engagement as staff see it, with how far it is as lists have it. */
  static JsonObject ofStaff(Engagement engagement) {
    return ofStaff(engagement, engagement.progress());
  }

  static JsonObject ofStaff(Engagement engagement, Progress progress) {
    return of(engagement, progress)
        .with("reminders", engagement.reminders().map(RemindersView::of))
        .with("progressShown", engagement.progressShown());
  }

  /** An engagement as the list of the firm shows it. */
  static JsonObject ofFirm(ListFirmEngagements.Named named) {
    return ofStaff(named.engagement())
        .with("clientId", named.engagement().path().client().client().value())
        .with("clientName", named.clientName());
  }

  /**
   * An engagement as its assignees see it.
   *
   * @param progress of what is asked of them
   */
  static JsonObject ofReader(Engagement engagement, Progress progress) {
    return of(engagement, progress);
  }

  private static JsonObject of(Engagement engagement, Progress progress) {
    return Json.object()
        .with("engagementId", engagement.id().value())
        .with("name", engagement.name())
        .with("status", engagement.status().text())
        .with("folderId", engagement.folder().value())
        .with("dueOn", engagement.dueOn().map(LocalDate::toString))
        .with("progress", of(progress))
        .with("createdAt", engagement.createdAt());
  }

  /** What is asked of a reader in an engagement, as their list shows it. */
  static JsonObject of(AssignedRequest assigned) {
    Progress progress = assigned.progress();
    return Json.object()
        .with("engagementId", assigned.path().engagement().value())
        .with("name", assigned.name())
        .with("dueOn", assigned.dueOn().map(LocalDate::toString))
        .with(
            "asked",
            Json.object()
                .with("open", progress.open())
                .with("submitted", progress.submitted())
                .with("accepted", progress.accepted())
                .with("notApplicable", progress.notApplicable()));
  }

  static JsonObject of(Progress progress) {
    return Json.object()
        .with("required", progress.required())
        .with("settled", progress.settled())
        .with("percent", progress.percent())
        .with("open", progress.open())
        .with("started", progress.started())
        .with("submitted", progress.submitted())
        .with("accepted", progress.accepted())
        .with("notApplicable", progress.notApplicable())
        .with("cancelled", progress.cancelled());
  }
}
