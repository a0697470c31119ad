package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.CommentId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Task.Wanted;
import clientportal.access.requests.TestItems;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TaskTest {
  private static final By BY = TestItems.BY;
  private static final ClientPath CLIENT = TestItems.PATH.client();
  private static final TaskPath PATH =
      new TaskPath(CLIENT, new TaskId("01arz3ndektsv4rrffq69g5ft1"));
  private static final Recipient.Member MEMBER =
      new Recipient.Member(new MemberId("01arz3ndektsv4rrffq69g5fm1"));
  private static final List<Recipient.Party> ASSIGNEES =
      List.of(Recipient.CLIENT, TestItems.CONTACT, MEMBER);
  private static final Wanted BARE =
      new Wanted(
          "Sign the tax return",
          Optional.empty(),
          ASSIGNEES,
          Optional.empty(),
          Optional.empty(),
          List.of());
  private static final Wanted WHOLE =
      new Wanted(
          "Sign the tax return",
          Optional.of("On page 4, please."),
          ASSIGNEES,
          Optional.of(LocalDate.of(2026, 3, 14)),
          Optional.of(TestItems.PATH.engagement()),
          List.of(
              new DocumentPath(
                  new FolderPath(CLIENT, new FolderId("01arz3ndektsv4rrffq69g5fd1")),
                  new DocumentId("01arz3ndektsv4rrffq69g5fd2"))));

  private final Table table = new InMemoryTable();

  private Task stored() {
    return Task.fromItem(table.require(TaskKeys.task(PATH)));
  }

  @Test
  void aTask_isReadBack() {
    for (Wanted wanted : List.of(BARE, WHOLE)) {
      Task task = Task.create(PATH, wanted, BY);
      for (Task each : List.of(task, task.with(TaskStatus.DONE, BY), task.commented())) {
        assertThat(Task.fromItem(each.toItem())).isEqualTo(each);
      }
    }
  }

  @Test
  void aTask_isOpenToItsAssigneesAlone() {
    assertThat(Task.create(PATH, BARE, BY).grants().all())
        .containsExactlyElementsOf(
            ASSIGNEES.stream()
                .map(assignee -> new Grant(assignee, AccessLevel.VIEW, BY.at(), Optional.empty()))
                .toList());
  }

  @Test
  void save_removesWhatTheTaskHasNoMore_andKeepsCommentsSinceThen() {
    Task before = Task.create(PATH, WHOLE, BY).with(TaskStatus.DONE, BY);
    table.write(List.of(Write.create(before.toItem())));
    table.write(List.of(before.countComment()));

    Task after = before.with(BARE).with(TaskStatus.OPEN, BY).commented();
    table.write(List.of(after.save(before)));

    assertThat(stored()).isEqualTo(after.commented());
    assertThat(table.tryWrite(List.of(after.save(before)))).isFalse();
  }

  @Test
  void countComment_needsTheTask() {
    Task task = Task.create(PATH, BARE, BY);

    assertThat(table.tryWrite(List.of(task.countComment()))).isFalse();
  }

  @Test
  void aRowOfAnAssignee_isReadBack_andMovesOnceTheTaskIsSettled() {
    Task open = Task.create(PATH, WHOLE, BY);
    Task done = open.with(TaskStatus.DONE, BY);

    assertThat(open.rows()).extracting(AssignedTask::assignee).isEqualTo(ASSIGNEES);
    for (Task task : List.of(open, done, Task.create(PATH, BARE, BY))) {
      for (AssignedTask row : task.rows()) {
        assertThat(AssignedTask.fromItem(row.toItem())).isEqualTo(row);
      }
    }
    assertThat(done.rows())
        .extracting(row -> row.key().pk())
        .isEqualTo(open.rows().stream().map(row -> row.key().pk() + "#SETTLED").toList());
  }

  @Test
  void rowsOfAMember_haveAPrefixForEachClient() {
    ClientPath other = new ClientPath(CLIENT.firm(), new ClientId("01arz3ndektsv4rrffq69g5fc2"));
    TaskPath ofOther = new TaskPath(other, PATH.task());

    assertThat(TaskKeys.assigned(PATH, MEMBER, false).pk())
        .isEqualTo(TaskKeys.assigned(ofOther, MEMBER, false).pk());
    assertThat(TaskKeys.assigned(PATH, MEMBER, false).sk())
        .startsWith(TaskKeys.tasksOf(CLIENT.client()))
        .doesNotStartWith(TaskKeys.tasksOf(other.client()));
  }

  @Test
  void aComment_isReadBack() {
    TaskComment comment =
        new TaskComment(PATH, new CommentId("01arz3ndektsv4rrffq69g5fk1"), "Which page?", BY);

    assertThat(TaskComment.fromItem(comment.toItem())).isEqualTo(comment);
  }
}
