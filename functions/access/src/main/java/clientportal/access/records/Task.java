package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.NamedTask;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.StaffId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A task: something that staff ask the client, contacts or members of the client's portals to do.
 *
 * @param details what staff may change while it is open
 * @param createdBy a staff member
 * @param ended who has done or cancelled it, and when; empty while it is open
 * @param comments how many there are; a new one is counted without another revision
 */
public record Task(
    TaskPath path,
    Details details,
    TaskStatus status,
    Actor createdBy,
    Instant createdAt,
    Optional<By> ended,
    long comments,
    long revision) {

  /** The attribute that counts the comments. */
  private static final String COMMENTS = "comments";

  private static final String STATUS = "status";

  /**
   * What staff may change.
   *
   * @param grants to each assignee, with {@code view}: so they read the task
   * @param attachments documents of the client
   */
  public record Details(
      String title,
      Optional<String> description,
      Grants grants,
      Optional<LocalDate> dueOn,
      Optional<EngagementId> engagement,
      List<DocumentPath> attachments) {

    public Details {
      attachments = List.copyOf(attachments);
    }

    /** Returns to whom the task is assigned. */
    public List<Recipient.Party> assignees() {
      return grants.all().stream()
          .map(grant -> grant.recipient())
          .filter(Recipient.Party.class::isInstance)
          .map(Recipient.Party.class::cast)
          .toList();
    }

    /** Assigns the task to others; who has it already keeps the time since when. */
    public Details assignedTo(List<Recipient.Party> others, Instant now) {
      return new Details(
          title,
          description,
          new Grants(
              others.stream()
                  .map(party ->
                      grants
                          .to(party)
                          .orElse(new Grant(party, AccessLevel.VIEW, now, Optional.empty())))
                  .toList()),
          dueOn,
          engagement,
          attachments);
    }
  }

  /** Begins a task. */
  public static Task create(TaskPath path, Details details, By by) {
    return new Task(path, details, TaskStatus.OPEN, by.actor(), by.at(), Optional.empty(), 0, 1);
  }

  public TaskId id() {
    return path.task();
  }

  /** Returns the task by the title that it has. */
  public NamedTask named() {
    return new NamedTask(path, details.title());
  }

  /** Returns who made the task. */
  public StaffId creator() {
    return new StaffId(createdBy.id());
  }

  /** Gives it other details. */
  public Task with(Details others) {
    return new Task(path, others, status, createdBy, createdAt, ended, comments, revision + 1);
  }

  /** Gives it another status. */
  public Task with(TaskStatus other, By by) {
    return new Task(
        path,
        details,
        other,
        createdBy,
        createdAt,
        other == TaskStatus.OPEN ? Optional.empty() : Optional.of(by),
        comments,
        revision + 1);
  }

  /** Returns the rows by which each assignee finds it. */
  public List<AssignedTask> assigned() {
    return details.assignees().stream()
        .map(party -> new AssignedTask(path, party, details.title(), details.dueOn(), status))
        .toList();
  }

  /** Returns the writes of a new task. */
  public List<Write> creations() {
    return Stream.concat(
            Stream.of(Write.create(fields().with(COMMENTS, comments).at(TaskKeys.task(path)))),
            assigned().stream().map(AssignedTask::put))
        .toList();
  }

  /**
   * Returns the writes that turn the stored task, which must be the one before, into this one.
   *
   * @param commented how many comments the same transaction adds
   */
  public List<Write> changes(Task before, int commented) {
    List<AssignedTask> old = before.assigned();
    List<AssignedTask> next = assigned();
    return Stream.of(
            Stream.of(save(before, commented)),
            old.stream()
                .filter(row -> next.stream().noneMatch(is -> is.key().equals(row.key())))
                .map(AssignedTask::delete),
            next.stream().filter(row -> !old.contains(row)).map(AssignedTask::put))
        .flatMap(writes -> writes)
        .toList();
  }

  private Write save(Task before, int commented) {
    return Write.update(TaskKeys.task(path))
        .set(fields().build(), "description", "dueOn", "engagementId", "ended")
        .add(COMMENTS, commented)
        .when(Condition.revision(before.revision));
  }

  /** Counts another comment, as long as the task has the status with which it was read. */
  public Write comment() {
    return Write.update(TaskKeys.task(path))
        .add(COMMENTS, 1)
        .when(Condition.equal(STATUS, status.text()));
  }

  private Fields.Builder fields() {
    return Fields.of()
        .with("title", details.title())
        .with("description", details.description())
        .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(details.grants()))
        .with("dueOn", details.dueOn().map(LocalDate::toString))
        .with("engagementId", details.engagement().map(EngagementId::value))
        .withMaps("attachments", details.attachments().stream().map(Task::attachment).toList())
        .with(STATUS, status.text())
        .with("by", createdBy.toFields())
        .with("createdAt", createdAt)
        .with("ended", ended.map(By::toFields))
        .with(Item.REVISION, revision)
        .with("namesPartition", TaskKeys.tasks(path.client().firm(), status.text()))
        .with("namesSort", RequestKeys.dueSort(details.dueOn(), id().value()));
  }

  private static Fields attachment(DocumentPath document) {
    return Fields.of()
        .with("folderId", document.folder().folder().value())
        .with("documentId", document.document().value())
        .build();
  }

  public static Task fromItem(Item item) {
    Fields fields = item.fields();
    TaskPath path = TaskKeys.taskOf(item.key());
    return new Task(
        path,
        new Details(
            fields.text("title"),
            fields.optionalText("description"),
            GrantFields.of(fields),
            fields.optionalText("dueOn").map(LocalDate::parse),
            fields.optionalText("engagementId").map(EngagementId::new),
            fields.maps("attachments").stream().map(document -> document(path, document)).toList()),
        TaskStatus.of(fields.text(STATUS)),
        Actor.fromFields(fields.map("by")),
        fields.instant("createdAt"),
        fields.optionalMap("ended").map(By::fromFields),
        fields.number(COMMENTS),
        fields.number(Item.REVISION));
  }

  private static DocumentPath document(TaskPath path, Fields fields) {
    return new DocumentPath(
        new FolderPath(path.client(), new FolderId(fields.text("folderId"))),
        new DocumentId(fields.text("documentId")));
  }
}
