package clientportal.tasks;

import clientportal.platform.http.Paging;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requested page of the tasks of a client: of an assignee, what is settled or the rest. */
record ListedTasks(Optional<String> settledText, Paging paging) {
  static ListedTasks of(Request request) {
    Optional<String> settled = request.query("settled");
    return new ListedTasks(
        settled, request.paging().filteredBy(settled.filter("true"::equals).orElse("")));
  }

  boolean settled() {
    return settledText.equals(Optional.of("true"));
  }

  /** Returns the requested page of a query; throws with the faults of all parameters. */
  PageQuery apply(Query query) {
    boolean faulty =
        settledText.filter(text -> !Set.of("true", "false").contains(text)).isPresent();
    return paging.apply(
        query,
        faulty
            ? List.of(Fault.parameter("settled", Fault.Code.ENUM, "must be true or false"))
            : List.of());
  }
}
