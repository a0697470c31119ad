package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Teams;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Set;

/** Assigns the staff members who are notified of uploads by a client and its contacts. */
record SetTeam(Access access, Table table, Ids ids) {
  Client handle(Caller caller, ClientPath path, Body<NewTeam> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Client attempt(
      Caller caller, ClientPath path, Body<NewTeam> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE_CLIENT);
    NewTeam command = body.read();
    Client before = Client.fromItem(reach.item(TableKeys.client(path)));
    precondition.check(before.revision());
    List<StaffId> members = enabledMembers(path.firm(), command.staffIds());
    if (Set.copyOf(members).equals(Set.copyOf(before.team()))) {
      return before;
    }
    Client after = before.withTeam(members);
    table.write(Teams.change(before, after, reach.recorder(ids)));
    return after;
  }

  private List<StaffId> enabledMembers(FirmId firm, List<String> texts) {
    List<StaffId> members = texts.stream().filter(Ids::isId).map(StaffId::new).toList();
    Items items = table.read(members.stream().map(id -> TableKeys.staff(firm, id)).toList());
    long enabled =
        items.byKey().values().stream()
            .map(StaffMember::fromItem)
            .filter(StaffMember::enabled)
            .count();
    if (enabled < texts.size()) {
      throw new ProblemException(
          ProblemType.UNKNOWN_STAFF, "A team consists of enabled staff members of the firm.");
    }
    return members;
  }
}
