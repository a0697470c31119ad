package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventSamples;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.CommentId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Task.Details;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final Instant AT = EventSamples.AT;
  private static final By BY = new By(EventSamples.ADA, AT);
  private static final TaskPath PATH =
      new TaskPath(
          new ClientPath(
              new FirmId("01kjm4t8w2f6r3nxq5v7y9b1ca"), new ClientId("01kjm4t8w2f6r3nxq5v7y9b1cb")),
          new TaskId("01kjm4t8w2f6r3nxq5v7y9b1cc"));
  private static final Recipient.Party CONTACT =
      new Recipient.Contact(new ContactId("01kjm4t8w2f6r3nxq5v7y9b1cd"));
  private static final Recipient.Party MEMBER =
      new Recipient.Member(new MemberId("01kjm4t8w2f6r3nxq5v7y9b1ce"));
  private static final Task TASK =
      Task.create(
          PATH,
          new Details(
                  "Sign the forms",
                  Optional.of("Both pages."),
                  Grants.NONE,
                  Optional.of(LocalDate.parse("2026-03-14")),
                  Optional.of(new EngagementId("01kjm4t8w2f6r3nxq5v7y9b1cf")),
                  List.of(
                      new DocumentPath(
                          new FolderPath(PATH.client(), new FolderId("01kjm4t8w2f6r3nxq5v7y9b1cg")),
                          new DocumentId("01kjm4t8w2f6r3nxq5v7y9b1ch"))))
              .assignedTo(List.of(Recipient.CLIENT, CONTACT), AT),
          BY);

  private final Table table = new InMemoryTable();

  private Task stored() {
    return Task.fromItem(table.require(TaskKeys.task(PATH)));
  }

  private List<AssignedTask> rows(Recipient.Party assignee, boolean settled) {
    String partition = TaskKeys.assigned(PATH, assignee, settled).pk();
    return table.all(Query.of(Query.Index.TABLE, partition)).stream()
        .map(AssignedTask::fromItem)
        .toList();
  }

  @Test
  void aTask_isReadAsItWasWritten_withARowForEachAssignee() {
    table.write(TASK.creations());

    assertThat(stored()).isEqualTo(TASK);
    assertThat(stored().details().assignees()).containsExactly(Recipient.CLIENT, CONTACT);
    for (Recipient.Party assignee : List.of(Recipient.CLIENT, CONTACT)) {
      assertThat(rows(assignee, false))
          .containsExactly(
              new AssignedTask(
                  PATH, assignee, "Sign the forms", TASK.details().dueOn(), TaskStatus.OPEN));
    }
  }

  @Test
  void otherAssignees_haveTheRows_andWhoStaysKeepsTheTimeSinceWhen() {
    table.write(TASK.creations());
    Task changed =
        TASK.with(TASK.details().assignedTo(List.of(CONTACT, MEMBER), AT.plusSeconds(1)));
    table.write(changed.changes(TASK, 0));

    assertThat(stored()).isEqualTo(changed);
    assertThat(changed.details().grants().to(CONTACT))
        .isEqualTo(TASK.details().grants().to(CONTACT));
    assertThat(rows(Recipient.CLIENT, false)).isEmpty();
    assertThat(rows(CONTACT, false)).hasSize(1);
    assertThat(rows(MEMBER, false)).hasSize(1);
  }

  @Test
  void aTaskThatIsDone_movesToTheRowsOfWhatIsSettled_andBack() {
    table.write(TASK.creations());
    Task done = TASK.with(TaskStatus.DONE, BY);
    table.write(done.changes(TASK, 1));

    assertThat(stored().ended()).contains(BY);
    assertThat(stored().comments()).isEqualTo(1);
    assertThat(rows(CONTACT, false)).isEmpty();
    assertThat(rows(CONTACT, true)).hasSize(1);

    Task again = stored().with(TaskStatus.OPEN, BY);
    table.write(again.changes(done, 0));

    assertThat(stored().ended()).isEmpty();
    assertThat(rows(CONTACT, true)).isEmpty();
    assertThat(rows(CONTACT, false)).hasSize(1);
  }

  @Test
  void aComment_countsWithoutAnotherRevision_andOnlyWhileTheStatusIsTheSame() {
    table.write(TASK.creations());
    TaskComment comment =
        new TaskComment(PATH, new CommentId("01kjm4t8w2f6r3nxq5v7y9b1cj"), "Which page?\n2?", BY);
    table.write(List.of(TASK.comment(), comment.create()));

    assertThat(stored().comments()).isEqualTo(1);
    assertThat(stored().revision()).isEqualTo(1);
    assertThat(TaskComment.fromItem(table.require(TaskKeys.comment(PATH, comment.id()))))
        .isEqualTo(comment);

    table.write(TASK.with(TaskStatus.CANCELLED, BY).changes(TASK, 0));
    assertThat(catchThrowable(() -> table.write(List.of(TASK.comment()))))
        .isInstanceOf(ConflictException.class);
  }
}
