package clientportal.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.TaskStatus;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes of each action on a task in each state, by each kind of caller. */
class TaskStatesTest {
  /**
   * The table: for each state what comes of finish, cancel, reopen, change and comment. A letter is
   * the new state; {@code =} the same, {@code S} the conflict.
   */
  private static final Map<TaskStatus, String> TABLE =
      Map.of(
          TaskStatus.OPEN, "dc=oo",
          TaskStatus.DONE, "=SoSd",
          TaskStatus.CANCELLED, "S=oSS");

  private enum Who {
    STAFF,
    WEB_PORTAL,
    ASSIGNEE,
    FULL_ACCESS,
    OTHER_READER,
    STRANGER;

    private PersonId in(TestTasks tasks) {
      return switch (this) {
        case STAFF -> tasks.staff;
        case WEB_PORTAL -> tasks.sharer;
        case ASSIGNEE -> tasks.carla;
        case FULL_ACCESS -> tasks.fay;
        case OTHER_READER -> tasks.colin;
        case STRANGER -> TestFirm.person();
      };
    }

    /** The status of the answer where the state of the task allows the action. */
    private int answer(TaskAction action) {
      return switch (this) {
        case WEB_PORTAL -> 200;
        case STAFF -> action == TaskAction.COMMENT ? 200 : 403;
        case ASSIGNEE -> action == TaskAction.COMMENT || action == TaskAction.FINISH ? 200 : 403;
        case FULL_ACCESS -> 403;
        case OTHER_READER, STRANGER -> 404;
      };
    }
  }

  private static char cell(TaskStatus status, TaskAction action) {
    return TABLE.get(status).charAt(action.ordinal());
  }

  @Test
  void theOutcome_isThatOfTheTable() {
    for (TaskStatus status : TaskStatus.values()) {
      for (TaskAction action : TaskAction.values()) {
        char outcome =
            switch (action.on(status)) {
              case TaskOutcome.Done(TaskStatus after) -> after.text().charAt(0);
              case TaskOutcome.Same _ -> '=';
              case TaskOutcome.Refused _ -> 'S';
            };
        assertThat(outcome).as("%s of %s", action, status).isEqualTo(cell(status, action));
      }
    }
  }

  @Test
  void everyCaller_getsWhatTheTableSays_andARefusalChangesNothing() {
    for (TaskStatus status : TaskStatus.values()) {
      for (TaskAction action : TaskAction.values()) {
        for (Who who : Who.values()) {
          TestTasks tasks = new TestTasks();
          TaskPath path = tasks.task("Sign", "client");
          if (status != TaskStatus.OPEN) {
            tasks.set(tasks.table, tasks.sharer, path, status.text(), "");
          }
          Map<Key, Item> before = tasks.firm.table.everything();
          Exchange.Answer answer = act(tasks, action, who.in(tasks), path);
          char cell = cell(status, action);
          int may = who.answer(action);
          int expected = may != 200 ? may : cell == 'S' ? 409 : 200;
          assertThat(answer.status() == 201 ? 200 : answer.status())
              .as("%s of %s by %s: %s", action, status, who, answer.body())
              .isEqualTo(expected);
          if (expected == 409) {
            assertThat(answer.problem()).isEqualTo("status-conflict");
            assertThat(answer.get("state")).isEqualTo(status.text());
          }
          if (expected != 200 || cell == '=') {
            assertThat(tasks.firm.table.everything()).isEqualTo(before);
          } else {
            assertThat(tasks.stored(path).status().text().charAt(0)).isEqualTo(cell);
          }
        }
      }
    }
  }

  private static Exchange.Answer act(
      TestTasks tasks, TaskAction action, PersonId caller, TaskPath path) {
    return switch (action) {
      case FINISH -> tasks.set(tasks.table, caller, path, "done", "");
      case CANCEL -> tasks.set(tasks.table, caller, path, "cancelled", "");
      case REOPEN -> tasks.set(tasks.table, caller, path, "open", "");
      case CHANGE -> tasks.update(tasks.table, caller, path, "{\"title\": \"Other\"}");
      case COMMENT -> tasks.comment(tasks.table, caller, path, "Well.");
    };
  }

  @Test
  void aWalkOfActions_leavesRowsInTheListsThatTheStatusSays() {
    List<String> wrong = new ArrayList<>();
    TestTasks tasks = new TestTasks();
    TaskPath path = tasks.task("Sign", "client", tasks.contact.value());
    for (String status : List.of("done", "open", "cancelled", "open", "done", "done", "open")) {
      tasks.set(tasks.table, tasks.sharer, path, status, "");
      boolean open = status.equals("open");
      for (PersonId person : List.of(tasks.carla, tasks.colin)) {
        int here = TestTasks.titles(tasks.list(tasks.table, person, Map.of())).size();
        int settled =
            TestTasks.titles(tasks.list(tasks.table, person, Map.of("settled", "true"))).size();
        if (here != (open ? 1 : 0) || settled != (open ? 0 : 1)) {
          wrong.add(status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
