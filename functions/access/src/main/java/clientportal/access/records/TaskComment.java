package clientportal.access.records;

import clientportal.access.ids.CommentId;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;

/** A comment on a task, which nobody changes. */
public record TaskComment(TaskPath path, CommentId id, String text, By by) {

  public Write create() {
    return Write.create(toItem());
  }

  public Item toItem() {
    return Fields.of().with("text", text).with("by", by.toFields()).at(TaskKeys.comment(path, id));
  }

  public static TaskComment fromItem(Item item) {
    Fields fields = item.fields();
    return new TaskComment(
        TaskKeys.taskIn(item.key()),
        TaskKeys.commentOf(item.key()),
        fields.text("text"),
        By.fromFields(fields.map("by")));
  }
}
