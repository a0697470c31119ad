package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.TaskComment;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/** Lists the comments on a task, oldest first. */
record ListComments(Access access, Table table) {
  /** A page of comments. */
  record Found(List<TaskComment> comments, Page page) {}

  Found handle(Caller caller, TaskPath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.COMMENT);
    Page page =
        table.page(
            paging.apply(
                Query.of(Query.Index.TABLE, TaskKeys.ofTask(path))
                    .prefix(TaskKeys.COMMENT_PREFIX)
                    .consistently()));
    return new Found(page.items().stream().map(TaskComment::fromItem).toList(), page);
  }
}
