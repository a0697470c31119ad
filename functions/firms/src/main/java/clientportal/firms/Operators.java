package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.FirmId;
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

  /**
   * Requires that the caller is an operator, and that there is the firm of the path.
   *
   * @param reach read with {@link TableKeys#operator} and {@link TableKeys#firm}
   */
  static void requireFirm(Caller caller, FirmId firm, Reach reach) {
    if (!is(caller.person(), reach.items())) {
      reach.require(Action.READ_FIRM);
    }
    require(caller.person(), reach.items());
    caller.requireOperatorSession(reach.now());
    if (reach.items().at(TableKeys.firm(firm)).isEmpty()) {
      throw ProblemException.notFound();
    }
  }

  static boolean is(PersonId caller, Items items) {
    return items.at(TableKeys.operator(caller)).isPresent();
  }
}
