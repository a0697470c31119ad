package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Administrators;
import clientportal.access.records.Affiliations;
import clientportal.access.records.MailCause;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes somebody an administrator of a firm, for a firm that has nobody left who could: the staff
 * member with the address, who is enabled, or else a new one. All administrators are notified.
 */
record AppointAdministrator(Access access, Table table, Ids ids) {
  StaffMember handle(
      Caller caller, FirmPath firm, Body<NewAdministrator> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, firm, body, idempotency));
  }

  private StaffMember attempt(
      Caller caller, FirmPath path, Body<NewAdministrator> body, Idempotency idempotency) {
    FirmId firm = path.firm();
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.addAll(List.of(TableKeys.operator(caller.person()), TableKeys.firm(firm)));
    Reach reach = access.reach(caller, path, keys);
    Operators.requireFirm(caller, firm, reach);
    NewAdministrator command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return StaffMember.fromItem(table.require(TableKeys.staff(firm, new StaffId(earlier.get()))));
    }
    Recorder recorder = new Recorder(ids, Actor.operator(caller.person()), reach.now());
    List<Write> writes = new ArrayList<>();
    StaffMember appointed =
        withAddress(firm, command.email())
            .map(id -> promote(firm, id, recorder, writes))
            .orElseGet(() -> create(firm, command, recorder, writes));
    if (writes.isEmpty()) {
      return appointed;
    }
    writes.addAll(idempotency.remember(appointed.id().value(), reach.now()));
    writes.add(recorder.record(new AdministratorAppointed(appointed.holder(), appointed.name())));
    table.write(writes);
    return appointed;
  }

  private Optional<StaffId> withAddress(FirmId firm, EmailAddress email) {
    return table
        .find(TableKeys.staffEmail(firm, email))
        .map(item -> new StaffId(item.fields().text("staffId")));
  }

  /** Promotes and enables a staff member, and invites them again if they have not signed in. */
  private StaffMember promote(FirmId firm, StaffId id, Recorder recorder, List<Write> writes) {
    Key memberKey = TableKeys.staff(firm, id);
    Items items = table.read(List.of(memberKey, TableKeys.account(holder(firm, id))));
    StaffMember before = StaffMember.fromItem(items.require(memberKey));
    Account account = Account.fromItem(items.require(TableKeys.account(before.holder())));
    StaffMember promoted = before.withPlace(Role.ADMINISTRATOR, before.webPortal(), true);
    if (before.isActiveAdministrator()) {
      return before;
    }
    if (account.isOpen()) {
      Account invited = account.resend(before.email(), MailCause.OPERATOR, recorder.at());
      writes.add(invited.replace());
      writes.add(recorder.record(new StaffInvited(before.holder(), before.name())));
      StaffMember again = promoted.withAccount(invited.status());
      writes.add(Write.replace(again.toItem(), before.revision()));
      return again;
    }
    writes.add(Write.replace(promoted.toItem(), before.revision()));
    promoted
        .person()
        .map(person -> Affiliations.put(firm, person, promoted.membership()))
        .ifPresent(writes::add);
    if (promoted.isActiveAdministrator()) {
      writes.addAll(Administrators.add(promoted));
    }
    return promoted;
  }

  private static Holder.Staff holder(FirmId firm, StaffId id) {
    return new Holder.Staff(firm, id);
  }

  private StaffMember create(
      FirmId firm, NewAdministrator command, Recorder recorder, List<Write> writes) {
    StaffMember member =
        StaffMembers.invited(
            firm,
            new StaffId(ids.next()),
            command.name(),
            command.email(),
            Role.ADMINISTRATOR,
            recorder.at());
    writes.addAll(StaffMembers.invite(member, recorder));
    return member;
  }
}
