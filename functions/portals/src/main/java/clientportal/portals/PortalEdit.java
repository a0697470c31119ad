package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A change of the clients or members of a portal, from its decision to its transaction. */
record PortalEdit(Reach reach, Portal before, Table table, Ids ids) {

  /** Reads a portal with more keys, and requires that the caller may change it. */
  static PortalEdit of(
      Access access, Caller caller, PortalPath path, Collection<Key> more, Table table, Ids ids) {
    Reach reach = access.reach(caller, path, more);
    reach.require(Action.MANAGE_PORTALS);
    return new PortalEdit(reach, Portal.fromItem(reach.item(PortalKeys.portal(path))), table, ids);
  }

  /**
   * Saves the portal with its event.
   *
   * @param added the clients among those after, of which no other portal of the site may have any
   */
  WholePortal save(Portal after, NewClients added, EventData event) {
    return save(after, added, event, Optional.empty());
  }

  /** Saves the portal with its event, and invites those who join it. */
  WholePortal save(Portal after, EventData event, Joining joining) {
    return save(after, new NewClients(List.of()), event, Optional.of(joining));
  }

  private WholePortal save(
      Portal after, NewClients added, EventData event, Optional<Joining> joining) {
    PortalChange change = new PortalChange(Optional.of(before), after);
    Items items = table.read(change.keys());
    change.requireFree(added, items);
    joining.ifPresent(is -> is.create(table));
    List<Write> writes = new ArrayList<>(change.writes(items));
    writes.add(reach.recorder(ids).record(event));
    joining.map(is -> is.invitations(writes.size(), reach.now())).ifPresent(writes::addAll);
    table.write(writes);
    return whole(after);
  }

  WholePortal whole(Portal portal) {
    return WholePortal.read(portal, table);
  }
}
