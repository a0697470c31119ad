package clientportal.access;

import clientportal.platform.http.Paging;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requested page of a list, and whether it lists archived items or the others. */
public record ListedPage(Optional<String> archivedText, Paging paging) {

  public static ListedPage of(Request request) {
    Optional<String> archived = request.query("archived");
    return new ListedPage(
        archived, request.paging().filteredBy(archived.filter("true"::equals).orElse("")));
  }

  public boolean archived() {
    return archivedText.equals(Optional.of("true"));
  }

  /** Returns the requested page of a query; throws with the faults of all parameters. */
  public PageQuery apply(Query query) {
    boolean faulty =
        archivedText.filter(text -> !Set.of("true", "false").contains(text)).isPresent();
    return paging.apply(
        query,
        faulty
            ? List.of(Fault.parameter("archived", Fault.Code.ENUM, "must be true or false"))
            : List.of());
  }
}
