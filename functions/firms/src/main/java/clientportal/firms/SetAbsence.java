package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.events.EventData.AbsenceSet;
import clientportal.access.ids.Absence;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;

/** Says from when to when a staff member is away and who stands in, or that they are back. */
record SetAbsence(Access access, Table table, Ids ids) {
  StaffMember handle(
      Caller caller, StaffPath path, Body<NewAbsence> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private StaffMember attempt(
      Caller caller, StaffPath path, Body<NewAbsence> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.requireOwnOrManaged(path.staff());
    NewAbsence command = body.read();
    StaffMember before =
        StaffMember.fromItem(reach.item(TableKeys.staff(path.firm().firm(), path.staff())))
            .at(reach.now());
    precondition.check(before.revision());
    Optional<Absence> absence = command.absence().map(NewAbsence.Away::absence);
    if (absence.equals(before.absence())) {
      return before;
    }
    absence.ifPresent(is -> requireStandIn(before, is));
    StaffMember after = before.withAbsence(absence);
    table.write(
        List.of(
            Write.replace(after.toItem(), before.revision()),
            reach.recorder(ids).record(new AbsenceSet(after.firm(), after.id(), absence))));
    return after;
  }

  private void requireStandIn(StaffMember absent, Absence absence) {
    boolean known =
        !absence.standIn().equals(absent.id())
            && table
                .find(TableKeys.staff(absent.firm(), absence.standIn()))
                .map(StaffMember::fromItem)
                .filter(StaffMember::isActive)
                .isPresent();
    if (!known) {
      throw NewAbsence.unknownStandIn();
    }
  }
}
