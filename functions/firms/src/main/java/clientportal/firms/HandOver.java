package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.HandOverStarted;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Begins to pass everything that a staff member is responsible for to another one. If that is under
 * way already, nothing begins.
 */
record HandOver(Access access, Table table, Ids ids) {
  HandOverProgress handle(Caller caller, StaffPath path, Body<NewHandOver> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private HandOverProgress attempt(Caller caller, StaffPath path, Body<NewHandOver> body) {
    FirmId firm = path.firm().firm();
    Key key = TableKeys.handOver(firm, path.staff());
    Reach reach = access.reach(caller, path, List.of(key));
    reach.require(Action.MANAGE_STAFF);
    NewHandOver command = body.read();
    Optional<HandOverProgress> earlier = reach.items().at(key).map(HandOverProgress::fromItem);
    Optional<HandOverProgress> running = earlier.filter(HandOverProgress::isRunning);
    if (running.isPresent()) {
      return requireSame(running.get(), command);
    }
    StaffId to = successor(path, command);
    HandOverProgress progress =
        HandOverProgress.begin(firm, path.staff(), to, reach.actor(), reach.now(), earlier);
    table.write(
        List.of(
            progress.replace(earlier),
            HandOverProgress.isNotRunning(firm, to),
            reach
                .recorder(ids)
                .record(new HandOverStarted(firm, path.staff(), to, progress.step()))));
    return progress;
  }

  private static HandOverProgress requireSame(HandOverProgress running, NewHandOver command) {
    if (!running.to().value().equals(command.to())) {
      throw new ProblemException(
          ProblemType.CONFLICT, "A hand-over to another staff member is under way.");
    }
    return running;
  }

  private StaffId successor(StaffPath path, NewHandOver command) {
    FirmId firm = path.firm().firm();
    StaffId to =
        Optional.of(command.to())
            .filter(Ids::isId)
            .map(StaffId::new)
            .filter(id -> !id.equals(path.staff()))
            .orElseThrow(HandOver::unknownSuccessor);
    Items items = table.read(List.of(TableKeys.staff(firm, to), TableKeys.handOver(firm, to)));
    if (items
        .at(TableKeys.staff(firm, to))
        .map(StaffMember::fromItem)
        .filter(StaffMember::isActive)
        .isEmpty()) {
      throw unknownSuccessor();
    }
    boolean leaves =
        items
            .at(TableKeys.handOver(firm, to))
            .map(HandOverProgress::fromItem)
            .filter(HandOverProgress::isRunning)
            .isPresent();
    if (leaves) {
      // Two hand-overs to each other would never end.
      throw new ProblemException(
          ProblemType.CONFLICT, "A hand-over from the successor is under way.");
    }
    return to;
  }

  private static ProblemException unknownSuccessor() {
    return new ProblemException(
        ProblemType.UNKNOWN_STAFF,
        "A successor is another staff member who is enabled and has signed in.");
  }
}
