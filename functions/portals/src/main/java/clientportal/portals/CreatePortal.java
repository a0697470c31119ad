package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.PortalCreated;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PortalId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Portal;
import clientportal.access.records.Site;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates a portal with its clients and members. People the firm does not know become members of
 * the firm first, which opens nothing to them; then one transaction lets everybody in.
 */
record CreatePortal(Access access, Table table, Ids ids) {
  WholePortal handle(Caller caller, FirmPath firm, Body<NewPortal> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, firm.firm(), body, idempotency));
  }

  private WholePortal attempt(
      Caller caller, FirmId firm, Body<NewPortal> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    body.ifValid().ifPresent(valid -> keys.addAll(valid.keys(firm)));
    Reach reach = access.reach(caller, new FirmPath(firm), keys);
    reach.require(Action.MANAGE_PORTALS);
    NewPortal command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      Key key = PortalKeys.portal(new PortalPath(firm, new PortalId(earlier.get())));
      return WholePortal.read(Portal.fromItem(table.require(key)), table);
    }
    requireKnown(command, firm, reach.items());
    requireReady(command, firm, reach.items());
    Joining joining = Joining.of(command.members(), firm, reach, table, ids);
    Portal portal =
        new Portal(
            new PortalPath(firm, new PortalId(ids.next())),
            command.site(),
            command.name(),
            false,
            command.clients().ids(),
            joining.byMember(),
            reach.now(),
            1);
    UpdatePortal.requireNameFree(portal, reach.items());
    PortalChange change = new PortalChange(Optional.empty(), portal);
    change.requireFree(command.clients(), reach.items());
    joining.create(table);
    List<Write> writes =
        new ArrayList<>(idempotency.remember(portal.path().portal().value(), reach.now()));
    writes.addAll(change.writes(reach.items()));
    writes.add(
        reach
            .recorder(ids)
            .record(
                new PortalCreated(
                    portal.named(), portal.clients(), joining.ids(), joining.invited())));
    writes.addAll(joining.invitations(writes.size(), reach.now()));
    table.write(writes);
    return WholePortal.read(portal, table);
  }

  private static void requireKnown(NewPortal command, FirmId firm, Items items) {
    List<Fault> faults = new ArrayList<>();
    if (items.at(TableKeys.firmSite(firm, command.site())).isEmpty()) {
      faults.add(Fault.at("/slug", Fault.Code.UNKNOWN, "is no site of the firm"));
    }
    faults.addAll(command.clients().unknown(firm, items));
    faults.addAll(command.members().unknown(firm, items));
    if (!faults.isEmpty()) {
      throw ProblemException.unknownReferences(faults);
    }
  }

  private static void requireReady(NewPortal command, FirmId firm, Items items) {
    if (!Site.fromItem(items.require(TableKeys.firmSite(firm, command.site()))).isSetUp()) {
      throw new ProblemException(
          ProblemType.SETTINGS_REQUIRED, "An administrator saves the settings of the site first.");
    }
  }
}
