package clientportal.portals;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.PortalArchived;
import clientportal.access.events.EventData.PortalRenamed;
import clientportal.access.events.EventData.PortalRestored;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Details;
import clientportal.access.records.Portal;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renames a portal, closes it by moving it to the archive, or opens it again with the clients and
 * members that it had.
 */
record UpdatePortal(Access access, Table table, Ids ids) {
  WholePortal handle(
      Caller caller, PortalPath path, Body<DetailsPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private WholePortal attempt(
      Caller caller, PortalPath path, Body<DetailsPatch> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.MANAGE_PORTALS);
    DetailsPatch patch = body.read();
    Portal before = Portal.fromItem(reach.item(PortalKeys.portal(path)));
    precondition.check(before.revision());
    Portal after = apply(patch, before);
    if (!after.equals(before)) {
      change(before, after, reach);
    }
    return WholePortal.read(after, table);
  }

  private static Portal apply(DetailsPatch patch, Portal before) {
    Details details = patch.apply(new Details(before.name(), before.archived()));
    Portal after = before;
    if (!details.name().equals(before.name())) {
      after = after.withName(details.name());
    }
    return details.archived() == before.archived() ? after : after.withArchived(details.archived());
  }

  private void change(Portal before, Portal after, Reach reach) {
    PortalChange change = new PortalChange(Optional.of(before), after);
    Key name = PortalKeys.portalName(after.path().firm(), after.name());
    List<Key> keys = new ArrayList<>(change.keys());
    keys.add(name);
    Items items = table.read(keys);
    boolean opens = before.archived() && !after.archived();
    if (opens) {
      change.requireFree(items);
    }
    if (opens || !isNameOf(before, name)) {
      requireNameFree(after, items);
    }
    List<Write> writes = new ArrayList<>(change.writes(items));
    happened(before, after).map(reach.recorder(ids)::record).forEach(writes::add);
    table.write(writes);
  }

  private static boolean isNameOf(Portal portal, Key name) {
    return PortalKeys.portalName(portal.path().firm(), portal.name()).equals(name);
  }

  /**
   * Requires that no other portal of the firm outside the archive has the name of a portal.
   *
   * @param items read with {@link PortalKeys#portalName}
   */
  static void requireNameFree(Portal portal, Items items) {
    PortalPath path = portal.path();
    items
        .at(PortalKeys.portalName(path.firm(), portal.name()))
        .filter(taken -> !taken.fields().text("portalId").equals(path.portal().value()))
        .ifPresent(_ -> {
          throw new ProblemException(
              ProblemType.NAME_TAKEN,
              "Another portal of the firm has this name. Choose another one.");
        });
  }

  private static Stream<EventData> happened(Portal before, Portal after) {
    Stream.Builder<EventData> events = Stream.builder();
    if (!after.name().equals(before.name())) {
      events.add(new PortalRenamed(after.named(), before.name()));
    }
    if (after.archived() != before.archived()) {
      List<MemberId> members = List.copyOf(after.members().keySet());
      events.add(
          after.archived()
              ? new PortalArchived(after.named(), members)
              : new PortalRestored(after.named(), members));
    }
    return events.build();
  }
}
