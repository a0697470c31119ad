package clientportal.access;

import clientportal.access.keys.TableKeys;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.Query;
import java.util.List;
import java.util.Optional;

/** The parameter {@code name} of lists: how the names of those that are listed begin. */
public record NameFilter(Optional<String> beginning) {
  /** Lists all. */
  static final NameFilter ALL = new NameFilter(Optional.empty());

  public static NameFilter of(Request request) {
    return new NameFilter(request.query("name"));
  }

  /** Returns the parameter, which tells the cursors of one list from those of another. */
  public String text() {
    return beginning.orElse("");
  }

  /** Narrows a query of the index {@code Names}. */
  public Query narrow(Query all) {
    return beginning
        .map(TableKeys::namePrefix)
        .filter(prefix -> !prefix.isEmpty())
        .map(all::prefix)
        .orElse(all);
  }

  /** The gateway replaces what is not UTF-8, and no name begins with the replacement. */
  public List<Fault> faults() {
    return beginning.filter(text -> text.indexOf('\uFFFD') >= 0).isPresent()
        ? List.of(Fault.parameter("name", Fault.Code.FORMAT, "must be in UTF-8"))
        : List.of();
  }
}
