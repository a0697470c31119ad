package clientportal.portals;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Portal;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A change of a portal: what it writes besides the event, so that the portal, the items of its
 * clients, the lists of its members and its name always say the same.
 *
 * @param before empty if it is created
 */
record PortalChange(Optional<Portal> before, Portal after) {

  /** Returns the keys to read for {@link #writes}: the portals of all clients before and after. */
  List<Key> keys() {
    return clients().stream().map(PortalKeys::of).toList();
  }

  private Set<ClientPath> clients() {
    Set<ClientPath> clients = new LinkedHashSet<>();
    Stream.concat(before.stream(), Stream.of(after))
        .flatMap(portal -> portal.clients().stream())
        .map(this::path)
        .forEach(clients::add);
    return clients;
  }

  private ClientPath path(ClientId client) {
    return new ClientPath(after.path().firm(), client);
  }

  /**
   * Requires that no other portal of the site has one of the clients of a request.
   *
   * @param items read with {@link #keys}
   * @throws ProblemException {@code client-in-portal}, with the places of the clients in the list
   */
  void requireFree(NewClients named, Items items) {
    List<ClientId> clients = named.ids();
    List<Fault> faults =
        IntStream.range(0, clients.size())
            .filter(i -> isTaken(clients.get(i), items))
            .mapToObj(
                i -> NewClients.fault(i, Fault.Code.DUPLICATE, "is in another portal of the site"))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.clientInPortal(faults);
    }
  }

  /**
   * Requires that no other portal of the site has one of the clients.
   *
   * @param items read with {@link #keys}
   * @throws ProblemException {@code client-in-portal}
   */
  void requireFree(Items items) {
    if (after.clients().stream().anyMatch(client -> isTaken(client, items))) {
      throw ProblemException.clientInPortal(List.of());
    }
  }

  private boolean isTaken(ClientId client, Items items) {
    return ClientPortals.of(path(client), items).all().stream()
        .filter(portal -> portal.site().equals(after.site()))
        .anyMatch(portal -> !portal.id().equals(after.path().portal()));
  }

  /**
   * Returns the writes.
   *
   * @param items read with {@link #keys}
   */
  List<Write> writes(Items items) {
    List<Write> writes = new ArrayList<>();
    writes.add(
        before
            .map(portal -> Write.replace(after.toItem(), portal.revision()))
            .orElseGet(() -> Write.create(after.toItem())));
    writes.addAll(name());
    for (ClientPath client : clients()) {
      ofClient(ClientPortals.of(client, items)).ifPresent(writes::add);
    }
    writes.addAll(ofMembers());
    return writes;
  }

  /** The name is taken as long as the portal is not in the archive. */
  private List<Write> name() {
    Optional<Key> old = before.filter(is -> !is.archived()).map(PortalChange::name);
    Optional<Key> next = Optional.of(after).filter(is -> !is.archived()).map(PortalChange::name);
    if (old.equals(next)) {
      return List.of();
    }
    List<Write> writes = new ArrayList<>();
    old.map(Write::delete).ifPresent(writes::add);
    next.map(key ->
            Write.create(Fields.of().with("portalId", after.path().portal().value()).at(key)))
        .ifPresent(writes::add);
    return writes;
  }

  private static Key name(Portal portal) {
    return PortalKeys.portalName(portal.path().firm(), portal.name());
  }

  private Optional<Write> ofClient(ClientPortals portals) {
    boolean isIn = !after.archived() && after.clients().contains(portals.client().client());
    Optional<ClientPortals.Portal> is =
        portals.all().stream().filter(each -> each.id().equals(after.path().portal())).findFirst();
    if (isIn) {
      return is.equals(Optional.of(after.ofClient()))
          ? Optional.empty()
          : Optional.of(portals.with(after.ofClient()).save());
    }
    return is.map(_ -> portals.without(after.path().portal()).save());
  }

  private List<Write> ofMembers() {
    Set<MemberId> old = before.map(PortalChange::letIn).orElse(Set.of());
    Set<MemberId> next = letIn(after);
    PortalPath path = after.path();
    return Stream.concat(
            old.stream()
                .filter(member -> !next.contains(member))
                .map(member -> Write.delete(PortalKeys.portalOfMember(path, member))),
            next.stream()
                .filter(member -> !old.contains(member))
                .map(member -> Write.put(Fields.of().at(PortalKeys.portalOfMember(path, member)))))
        .toList();
  }

  private static Set<MemberId> letIn(Portal portal) {
    return portal.archived() ? Set.of() : portal.members().keySet();
  }
}
