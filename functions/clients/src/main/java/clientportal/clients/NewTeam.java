package clientportal.clients;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The body of {@code setTeam}.
 *
 * @param staffIds as they were sent; a text that is no id is an unknown staff member
 */
record NewTeam(List<String> staffIds) {
  private static final int MOST = 40;

  NewTeam {
    staffIds = List.copyOf(staffIds);
  }

  static NewTeam read(Input input) {
    Field<List<String>> staffIds = input.values("staffIds", MOST, distinct());
    return input.build(() -> new NewTeam(staffIds.get()));
  }

  /** Refuses a text that the list already contains. */
  private static Shape<String> distinct() {
    Set<String> seen = new HashSet<>();
    return json -> {
      String text = Shape.string(json);
      if (!seen.add(text)) {
        throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is in the list already");
      }
      return text;
    };
  }
}
