package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a staff member to a firm and invites them. */
record CreateStaff(Access access, Table table, Ids ids) {
  StaffMember handle(Caller caller, FirmPath firm, Body<NewStaff> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, firm, body, idempotency));
  }

  private StaffMember attempt(
      Caller caller, FirmPath path, Body<NewStaff> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, path, idempotency.keys());
    reach.require(Action.MANAGE_STAFF);
    NewStaff command = body.read();
    FirmId firm = path.firm();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return StaffMember.fromItem(table.require(TableKeys.staff(firm, new StaffId(earlier.get()))));
    }
    requireFree(firm, command.email());
    StaffMember member =
        StaffMembers.invited(
            firm,
            new StaffId(ids.next()),
            command.name(),
            command.email(),
            command.role(),
            reach.now());
    List<Write> writes = new ArrayList<>(idempotency.remember(member.id().value(), reach.now()));
    writes.addAll(StaffMembers.invite(member, reach.recorder(ids)));
    table.write(writes);
    return member;
  }

  private void requireFree(FirmId firm, EmailAddress email) {
    if (table.find(TableKeys.staffEmail(firm, email)).isPresent()) {
      throw new ProblemException(
          ProblemType.EMAIL_TAKEN, "Each staff member of a firm has an address of their own.");
    }
  }
}
