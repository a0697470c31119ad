package clientportal.access;

import clientportal.platform.http.Paging;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requested page of a list, and whether it lists archived items or the others. */
public record ListedPage(Optional<String> archivedText, NameFilter names, Paging paging) {

  public static ListedPage of(Request request) {
    return of(request, NameFilter.ALL);
  }

  /** Returns the requested page of a list that can be narrowed by name. */
  public static ListedPage of(Request request, NameFilter names) {
    Optional<String> archived = request.query("archived");
    String filter = archived.filter("true"::equals).orElse("") + names.text();
    return new ListedPage(archived, names, request.paging().filteredBy(filter));
  }

  public boolean archived() {
    return archivedText.equals(Optional.of("true"));
  }

  /** Returns the requested page of a query; throws with the faults of all parameters. */
  public PageQuery apply(Query query) {
    boolean faulty =
        archivedText.filter(text -> !Set.of("true", "false").contains(text)).isPresent();
    List<Fault> faults = new ArrayList<>(names.faults());
    if (faulty) {
      faults.add(Fault.parameter("archived", Fault.Code.ENUM, "must be true or false"));
    }
    return paging.apply(names.narrow(query), faults);
  }
}
