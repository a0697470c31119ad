package clientportal.tasks;

import clientportal.access.records.TaskStatus;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The requested page of the tasks of a firm, those with one status. */
record ListedByStatus(Optional<String> text, Paging paging) {
  static ListedByStatus of(Request request) {
    Optional<String> status = request.query("status");
    return new ListedByStatus(status, request.paging().filteredBy(status.orElse("open")));
  }

  /**
   * Returns the requested page of the query for the tasks with the status; throws with the faults
   * of all parameters.
   */
  PageQuery apply(Function<TaskStatus, Query> query) {
    Optional<TaskStatus> status =
        Arrays.stream(TaskStatus.values())
            .filter(each -> each.text().equals(text.orElse("open")))
            .findFirst();
    return paging.apply(
        query.apply(status.orElse(TaskStatus.OPEN)),
        status.isPresent()
            ? List.of()
            : List.of(
                Fault.parameter("status", Fault.Code.ENUM, "must be open, done or cancelled")));
  }
}
