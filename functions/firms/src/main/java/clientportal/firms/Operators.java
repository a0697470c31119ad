package clientportal.firms;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;

/** Decides what only an operator of the portal may do. */
final class Operators {
  private Operators() {}

  /**
   * Requires that the caller is an operator.
   *
   * @param items read with {@link TableKeys#operator}
   */
  static void require(PersonId caller, Items items) {
    if (!is(caller, items)) {
      throw new ProblemException(
          ProblemType.PERMISSION_REQUIRED, "Only an operator of the portal may do this.");
    }
  }

  static boolean is(PersonId caller, Items items) {
    return items.at(TableKeys.operator(caller)).isPresent();
  }
}
