package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.StaffUpdated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Administrators;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Firm;
import clientportal.access.records.MailCause;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes what a staff member may do, from their next request on, or how they want to get notices
 * by mail, which nobody else chooses for them. One who was disabled before their invitation was
 * sent is invited once they are enabled; that counts as a mail caused by staff.
 */
record UpdateStaff(Access access, Table table, Ids ids) {
  StaffMember handle(
      Caller caller, StaffPath path, Body<StaffPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private StaffMember attempt(
      Caller caller, StaffPath path, Body<StaffPatch> body, Precondition precondition) {
    FirmId id = path.firm().firm();
    Key firm = TableKeys.firm(id);
    Holder.Staff holder = new Holder.Staff(id, path.staff());
    Key account = TableKeys.account(holder);
    Reach reach = access.reach(caller, path, List.of(firm, account));
    reach.requireOwnOrManaged(path.staff());
    StaffPatch patch = body.read();
    if (patch.hasPlace()) {
      reach.require(Action.MANAGE_STAFF);
    }
    if (patch.noticeMails().isPresent()) {
      reach.requireOwn(path.staff());
    }
    StaffMember before =
        StaffMember.fromItem(reach.item(TableKeys.staff(id, path.staff()))).at(reach.now());
    precondition.check(before.revision());
    StaffMember after = patch.applyTo(before);
    boolean samePlace = after.membership().equals(before.membership());
    if (samePlace && after.noticeMails() == before.noticeMails()) {
      return before;
    }
    List<Write> writes = new ArrayList<>();
    writes.add(Write.replace(after.toItem(), before.revision()));
    after
        .person()
        .filter(_ -> !samePlace)
        .ifPresent(person -> writes.add(Affiliations.put(id, person, after.membership())));
    writes.addAll(count(before, after, Firm.fromItem(reach.item(firm))));
    Recorder recorder = reach.recorder(ids);
    writes.add(recorder.record(updated(before, after)));
    reach
        .items()
        .at(account)
        .map(Account::fromItem)
        .filter(_ -> after.enabled() && !before.enabled())
        .filter(is -> is.isOpen() && is.invitations().isEmpty())
        .map(is -> is.requireMail(MailCause.STAFF, reach.now()).replace())
        .ifPresent(counted -> {
          writes.add(counted);
          writes.add(recorder.record(new StaffInvited(holder, after.name())));
        });
    table.write(writes);
    return after;
  }

  /** Counts the active administrators: one stays, even if several are changed at once. */
  private static List<Write> count(StaffMember before, StaffMember after, Firm firm) {
    if (before.isActiveAdministrator() == after.isActiveAdministrator()) {
      return List.of();
    }
    if (after.isActiveAdministrator()) {
      return Administrators.add(after);
    }
    if (firm.administrators() <= 1) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "A firm keeps at least one administrator who is enabled and has signed in.");
    }
    return Administrators.remove(after, firm);
  }

  private static StaffUpdated updated(StaffMember before, StaffMember after) {
    return new StaffUpdated(
        after.firm(),
        after.id(),
        changed(before, after, StaffMember::role),
        changed(before, after, StaffMember::webPortal),
        changed(before, after, StaffMember::enabled),
        changed(before, after, StaffMember::noticeMails));
  }

  private static <T> Optional<T> changed(
      StaffMember before, StaffMember after, Function<StaffMember, T> what) {
    return Optional.of(what.apply(after)).filter(now -> !now.equals(what.apply(before)));
  }
}
