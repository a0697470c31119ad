package clientportal.requests;

import clientportal.access.records.EngagementStatus;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The requested page of the engagements of a firm, those with one status. */
record ListedByStatus(Optional<String> text, Paging paging) {
  static ListedByStatus of(Request request) {
    Optional<String> status = request.query("status");
    return new ListedByStatus(status, request.paging().filteredBy(status.orElse("open")));
  }

  /**
   * Returns the requested page of the query for the engagements with the status; throws with the
   * faults of all parameters.
   */
  PageQuery apply(Function<EngagementStatus, Query> query) {
    Optional<EngagementStatus> status =
        Arrays.stream(EngagementStatus.values())
            .filter(each -> each.text().equals(text.orElse("open")))
            .findFirst();
    return paging.apply(
        query.apply(status.orElse(EngagementStatus.OPEN)),
        status.isPresent()
            ? List.of()
            : List.of(
                Fault.parameter(
                    "status", Fault.Code.ENUM, "must be open, completed or cancelled")));
  }
}
