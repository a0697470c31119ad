package clientportal.access.records;

import clientportal.access.ids.CommentId;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;

/** What somebody said about a task; it never changes. */
public record TaskComment(TaskPath task, CommentId id, String text, By by) {

  public Write create() {
    return Write.create(toItem());
  }

  public Item toItem() {
    return Fields.of().with("text", text).with("by", by.toFields()).at(TaskKeys.comment(task, id));
  }

  public static TaskComment fromItem(Item item) {
    return new TaskComment(
        TaskKeys.taskOfComment(item.key()),
        TaskKeys.commentOf(item.key()),
        item.fields().text("text"),
        By.fromFields(item.fields().map("by")));
  }
}
