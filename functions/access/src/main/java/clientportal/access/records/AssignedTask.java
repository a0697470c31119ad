package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A task of one assignee, as their list shows it; no decision reads it. Once the task is done or
 * cancelled it moves to a partition of its own.
 */
public record AssignedTask(
    TaskPath path,
    Recipient.Party assignee,
    String title,
    Optional<LocalDate> dueOn,
    TaskStatus status) {

  public Key key() {
    return TaskKeys.assigned(path, assignee, status.isSettled());
  }

  public Write put() {
    return Write.put(toItem());
  }

  public Write delete() {
    return Write.delete(key());
  }

  public Item toItem() {
    return Fields.of()
        .with("assignee", assignee.text())
        .with("title", title)
        .with("dueOn", dueOn.map(LocalDate::toString))
        .with("status", status.text())
        .at(key());
  }

  public static AssignedTask fromItem(Item item) {
    Fields fields = item.fields();
    return new AssignedTask(
        TaskKeys.taskOfAssigned(item.key()),
        Recipient.party(fields.text("assignee")),
        fields.text("title"),
        fields.optionalText("dueOn").map(LocalDate::parse),
        TaskStatus.of(fields.text("status")));
  }
}
