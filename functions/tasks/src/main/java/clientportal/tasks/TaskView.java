package clientportal.tasks;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.records.AssignedTask;
import clientportal.access.records.By;
import clientportal.access.records.Task;
import clientportal.access.records.TaskComment;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tasks and comments as callers see them. */
final class TaskView {
  private TaskView() {}

  /** A task as the caller sees it, who may read it. */
  static JsonObject of(Task task, Reach reach, Table table) {
    return reach.staff().isPresent()
        ? ofStaff(task, Assignees.of(task.wanted().assignees(), task.path().client(), reach, table))
        : ofReader(task);
  }

  /** A task as staff see it. */
  static JsonObject ofStaff(Task task, Assignees assignees) {
    return ofReader(task)
        .with(
            "assignees",
            task.wanted().assignees().stream()
                .map(assignee ->
                    Json.object()
                        .with("recipient", assignee.text())
                        .with("name", assignees.name(assignee))
                        .with("reachable", assignees.isReachable(assignee)))
                .toList());
  }

  /** A task after documents were shared by it. */
  static JsonObject shared(JsonObject task, List<DocumentId> documents) {
    return task.with("shared", documents.stream().map(DocumentId::value).toList());
  }

  /** A task as its assignees see it, and members with full access. */
  private static JsonObject ofReader(Task task) {
    Task.Wanted wanted = task.wanted();
    return Json.object()
        .with("taskId", task.id().value())
        .with("title", wanted.title())
        .with("description", wanted.description())
        .with("status", task.status().text())
        .with("dueOn", wanted.dueOn().map(LocalDate::toString))
        .with("engagementId", wanted.engagement().map(EngagementId::value))
        .with(
            "attachments",
            wanted.attachments().stream()
                .map(document ->
                    Json.object()
                        .with("folderId", document.folder().folder().value())
                        .with("documentId", document.document().value()))
                .toList())
        .with("comments", task.comments())
        .with("createdBy", author(task.created().actor()))
        .with("createdAt", task.created().at())
        .with("ended", task.ended().map(TaskView::of));
  }

  private static JsonObject of(By by) {
    return Json.object().with("by", author(by.actor())).with("at", by.at());
  }

  private static JsonObject author(Actor actor) {
    return Json.object().with("name", actor.name()).with("as", actor.as().text());
  }

  /** A task as the list of a client shows it to staff. */
  static JsonObject listedForStaff(Task task) {
    return listed(task)
        .with("assignees", task.wanted().assignees().stream().map(Recipient.Party::text).toList());
  }

  /** A task as a list shows it to readers. */
  static JsonObject listed(Task task) {
    return listed(task.rows().getFirst());
  }

  static JsonObject listed(AssignedTask task) {
    return Json.object()
        .with("taskId", task.path().task().value())
        .with("title", task.title())
        .with("status", task.status().text())
        .with("dueOn", task.dueOn().map(LocalDate::toString));
  }

  /** A task as the list of the firm shows it. */
  static JsonObject ofFirm(Task task, String clientName) {
    return listedForStaff(task)
        .with("clientId", task.path().client().client().value())
        .with("clientName", clientName);
  }

  static JsonObject of(TaskComment comment) {
    return Json.object()
        .with("commentId", comment.id().value())
        .with("text", comment.text())
        .with("by", author(comment.by().actor()))
        .with("at", comment.by().at());
  }

  /** What a use case found, and how the caller sees it. */
  record Found(JsonObject view, Optional<Long> revision) {
    static Found of(Task task, Reach reach, Table table) {
      return new Found(
          TaskView.of(task, reach, table),
          reach.staff().isPresent() ? Optional.of(task.revision()) : Optional.empty());
    }
  }
}
