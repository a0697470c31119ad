package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.TaskComment;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists what was said about a task, oldest first. */
record ListComments(Access access, Table table) {
  Listed<TaskComment> handle(Caller caller, TaskPath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(TaskAction.COMMENT.needed());
    Page page =
        table.page(
            paging.apply(
                Query.of(Query.Index.TABLE, TaskKeys.comments(path))
                    .prefix(TaskKeys.COMMENT_PREFIX)));
    return new Listed<>(page.items().stream().map(TaskComment::fromItem).toList(), page);
  }
}
