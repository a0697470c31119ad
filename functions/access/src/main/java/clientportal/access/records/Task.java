package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A task: something that a client, contacts or members of its portals are to do, whether or not
 * documents come of it. Each assignee may say that it is done.
 *
 * @param created who has created it, and when
 * @param ended who has said that it is done or has cancelled it, and when; empty while it is open
 * @param comments their number, which a comment raises without another revision
 */
public record Task(
    TaskPath path,
    Wanted wanted,
    TaskStatus status,
    By created,
    Optional<By> ended,
    long comments,
    long revision) {

  private static final String COMMENTS = "comments";

  /**
   * What is to be done, and by which of the assignees.
   *
   * @param attachments documents of the client, which the assignees can read
   */
  public record Wanted(
      String title,
      Optional<String> description,
      List<Recipient.Party> assignees,
      Optional<LocalDate> dueOn,
      Optional<EngagementId> engagement,
      List<DocumentPath> attachments) {

    public Wanted {
      assignees = List.copyOf(assignees);
      attachments = List.copyOf(attachments);
    }
  }

  /** Begins a task. */
  public static Task create(TaskPath path, Wanted wanted, By by) {
    return new Task(path, wanted, TaskStatus.OPEN, by, Optional.empty(), 0, 1);
  }

  public TaskId id() {
    return path.task();
  }

  /** Returns the grants by which a task is open: to each assignee, from its beginning. */
  public Grants grants() {
    return new Grants(
        wanted.assignees().stream()
            .map(assignee -> new Grant(assignee, AccessLevel.VIEW, created.at(), Optional.empty()))
            .toList());
  }

  /** Returns it as it is written the next time, with another status. */
  public Task with(TaskStatus other, By by) {
    Optional<By> end = other.isSettled() ? Optional.of(by) : Optional.empty();
    return new Task(path, wanted, other, created, end, comments, revision + 1);
  }

  /** Returns it as it is written the next time, with something else to do. */
  public Task with(Wanted other) {
    return new Task(path, other, status, created, ended, comments, revision + 1);
  }

  /** Counts one more comment. */
  public Task commented() {
    return new Task(path, wanted, status, created, ended, comments + 1, revision);
  }

  /** Returns what the lists of its assignees show. */
  public List<AssignedTask> rows() {
    return wanted.assignees().stream()
        .map(assignee -> new AssignedTask(path, assignee, wanted.title(), wanted.dueOn(), status))
        .toList();
  }

  /** Counts one more comment in the stored task, whatever else has changed in it. */
  public Write countComment() {
    return Write.update(TaskKeys.task(path)).add(COMMENTS, 1).when(Condition.present());
  }

  /** Updates the stored task, which must be the one before; comments since then are kept. */
  public Write save(Task before) {
    return Write.update(TaskKeys.task(path))
        .set(fields().build(), "description", "dueOn", "engagementId", "ended")
        .add(COMMENTS, comments - before.comments)
        .when(Condition.revision(before.revision));
  }

  private Fields.Builder fields() {
    return Fields.of()
        .with("title", wanted.title())
        .with("description", wanted.description())
        .withTexts("assignees", wanted.assignees().stream().map(Recipient.Party::text).toList())
        .with("dueOn", wanted.dueOn().map(LocalDate::toString))
        .with("engagementId", wanted.engagement().map(EngagementId::value))
        .withMaps("attachments", wanted.attachments().stream().map(Task::attachment).toList())
        .with("status", status.text())
        .with("created", created.toFields())
        .with("ended", ended.map(By::toFields))
        .with(Item.REVISION, revision)
        .with("namesPartition", TaskKeys.tasks(path.client().firm(), status.text()))
        .with("namesSort", RequestKeys.dueSort(wanted.dueOn(), id().value()));
  }

  public Item toItem() {
    return fields().with(COMMENTS, comments).at(TaskKeys.task(path));
  }

  public static Task fromItem(Item item) {
    Fields fields = item.fields();
    TaskPath path = TaskKeys.taskOf(item.key());
    return new Task(
        path,
        new Wanted(
            fields.text("title"),
            fields.optionalText("description"),
            fields.texts("assignees").stream().map(Recipient::party).toList(),
            fields.optionalText("dueOn").map(LocalDate::parse),
            fields.optionalText("engagementId").map(EngagementId::new),
            fields.maps("attachments").stream()
                .map(attached -> document(path.client(), attached))
                .toList()),
        TaskStatus.of(fields.text("status")),
        By.fromFields(fields.map("created")),
        fields.optionalMap("ended").map(By::fromFields),
        fields.number(COMMENTS),
        fields.number(Item.REVISION));
  }

  private static Fields attachment(DocumentPath document) {
    return Fields.of()
        .with("folderId", document.folder().folder().value())
        .with("documentId", document.document().value())
        .build();
  }

  private static DocumentPath document(ClientPath client, Fields attached) {
    return new DocumentPath(
        new FolderPath(client, new FolderId(attached.text("folderId"))),
        new DocumentId(attached.text("documentId")));
  }
}
