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
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A change of the clients or members of a portal, from its decision to its transaction. */
record PortalEdit(Reach reach, Portal before, Table table, Ids ids) {

  /** Reads a portal with more keys, and requires that the caller may change it. */
  static PortalEdit of(
      Access access, Caller caller, PortalPath path, Collection<Key> more, Table table, Ids ids) {
    return of(access.reach(caller, path, more), path, _ -> true, table, ids);
  }

  /**
   * Reads a portal, and requires that the caller may change it.
   *
   * @param has whether the client or member of the path is in the portal; otherwise nobody finds it
   */
  static PortalEdit of(
      Access access, Caller caller, PortalPath path, Predicate<Portal> has, Table table, Ids ids) {
    return of(access.reach(caller, path, List.of()), path, has, table, ids);
  }

  private static PortalEdit of(
      Reach reach, PortalPath path, Predicate<Portal> has, Table table, Ids ids) {
    reach.require(Action.READ_PORTAL);
    Portal before =
        reach
            .items()
            .at(PortalKeys.portal(path))
            .map(Portal::fromItem)
            .filter(has)
            .orElseThrow(ProblemException::notFound);
    reach.require(Action.MANAGE_PORTALS);
    return new PortalEdit(reach, before, table, ids);
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
