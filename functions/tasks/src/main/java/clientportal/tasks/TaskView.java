package clientportal.tasks;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.EngagementId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.AssignedTask;
import clientportal.access.records.Task;
import clientportal.access.records.TaskComment;
import clientportal.access.records.TaskStatus;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tasks and comments as callers see them. */
final class TaskView {
  private TaskView() {}

  /**
   * A task as staff see it when it was changed: without the names of its assignees and documents,
   * and without the number of comments, which may be another one by then.
   */
  static JsonObject ofStaff(Task task) {
    return ofStaff(
        task,
        task.details().assignees().stream().map(TaskView::assignee).toList(),
        task.details().attachments().stream().map(TaskView::document).toList());
  }

  /** A task as staff see it. */
  static JsonObject ofStaff(Task task, Assignees assignees, List<JsonObject> attachments) {
    return ofStaff(
            task,
            task.details().assignees().stream()
                .map(party ->
                    assignee(party)
                        .with("name", assignees.name(party))
                        .with("reachable", assignees.isReachable(party)))
                .toList(),
            attachments)
        .with("comments", task.comments());
  }

  private static JsonObject ofStaff(
      Task task, List<JsonObject> assignees, List<JsonObject> attachments) {
    return whole(task, attachments)
        .with("engagementId", task.details().engagement().map(EngagementId::value))
        .with("assignees", assignees)
        .with("ended", task.ended().map(by -> by(by.actor()).with("at", by.at())));
  }

  private static JsonObject whole(Task task, List<JsonObject> attachments) {
    return summary(task)
        .with("description", task.details().description())
        .with("attachments", attachments)
        .with("createdBy", by(task.createdBy()))
        .with("createdAt", task.createdAt());
  }

  private static JsonObject assignee(Recipient.Party party) {
    return Json.object().with("recipient", party.text());
  }

  private static JsonObject document(DocumentPath document) {
    return Json.object()
        .with("folderId", document.folder().folder().value())
        .with("documentId", document.document().value());
  }

  /** A task as the list of its client shows it to staff. */
  static JsonObject listed(Task task) {
    return ofStaff(task).with("comments", task.comments());
  }

  /** A task as the list of the firm shows it. */
  static JsonObject ofFirm(ListFirmTasks.Named named) {
    return listed(named.task())
        .with("clientId", named.task().path().client().client().value())
        .with("clientName", named.clientName());
  }

  /**
   * A task as others see it.
   *
   * @param assigned whether it is theirs to do
   */
  static JsonObject ofReader(Task task, boolean assigned, List<JsonObject> attachments) {
    return whole(task, attachments).with("comments", task.comments()).with("assigned", assigned);
  }

  /** A task as lists show it to its readers. */
  static JsonObject summary(Task task) {
    return summary(task.path(), task.details().title(), task.status(), task.details().dueOn());
  }

  /** A task as the lists of its assignees show it. */
  static JsonObject of(AssignedTask task) {
    return summary(task.path(), task.title(), task.status(), task.dueOn());
  }

  private static JsonObject summary(
      TaskPath path, String title, TaskStatus status, Optional<LocalDate> dueOn) {
    return Json.object()
        .with("taskId", path.task().value())
        .with("title", title)
        .with("status", status.text())
        .with("dueOn", dueOn.map(LocalDate::toString));
  }

  static JsonObject of(TaskComment comment) {
    return Json.object()
        .with("commentId", comment.id().value())
        .with("text", comment.text())
        .with("by", by(comment.by().actor()))
        .with("at", comment.by().at());
  }

  private static JsonObject by(Actor actor) {
    return Json.object().with("name", actor.name()).with("as", actor.as().text());
  }
}
