package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.FirmCreated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a firm with its first site, and invites its first administrator. */
record CreateFirm(Table table, Clock clock, Ids ids) {
  CreatedFirm handle(Caller caller, Body<NewFirm> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, body, idempotency));
  }

  private CreatedFirm attempt(Caller caller, Body<NewFirm> body, Idempotency idempotency) {
    Key operator = TableKeys.operator(caller.person());
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(operator);
    keys.add(caller.sessionKey());
    Items items = table.read(keys);
    caller.requireSession(items);
    Operators.require(caller.person(), items);
    Instant now = clock.instant();
    caller.requireOperatorSession(now);
    NewFirm command = body.read();
    Optional<String> earlier = idempotency.earlier(items, now);
    if (earlier.isPresent()) {
      return read(new FirmId(earlier.get()), command.administrator());
    }
    Site.requireFree(command.slug(), table.read(List.of(TableKeys.site(command.slug()))));
    CreatedFirm created = create(command, now);
    write(created, new Recorder(ids, Actor.operator(caller.person()), now), idempotency);
    return created;
  }

  private CreatedFirm create(NewFirm command, Instant now) {
    FirmId id = new FirmId(ids.next());
    Firm firm = new Firm(id, command.name(), command.slug(), Firm.Settings.DEFAULT, now, 0, 1);
    return new CreatedFirm(
        firm,
        StaffMembers.invited(
            id,
            new StaffId(ids.next()),
            command.administrator().name(),
            command.administrator().email(),
            Role.ADMINISTRATOR,
            now));
  }

  private void write(CreatedFirm created, Recorder recorder, Idempotency idempotency) {
    Firm firm = created.firm();
    List<Write> writes = new ArrayList<>(idempotency.remember(firm.id().value(), firm.createdAt()));
    writes.add(Write.create(firm.toItem()));
    writes.addAll(Site.first(firm).create());
    writes.add(recorder.record(new FirmCreated(firm.id(), firm.name(), firm.slug())));
    writes.addAll(StaffMembers.invite(created.administrator(), recorder));
    table.write(writes);
  }

  /** Reads what an earlier request created; it had the same body. */
  private CreatedFirm read(FirmId id, NewAdministrator administrator) {
    Item email = table.require(TableKeys.staffEmail(id, administrator.email()));
    Key member = TableKeys.staff(id, new StaffId(email.fields().text("staffId")));
    Items items = table.read(List.of(TableKeys.firm(id), member));
    return new CreatedFirm(
        Firm.fromItem(items.require(TableKeys.firm(id))),
        StaffMember.fromItem(items.require(member)));
  }
}
