package clientportal.portals;

import clientportal.access.ids.FirmId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A portal with its clients and members by name, as staff see it.
 *
 * @param members by role, as {@link Portal#members} has them
 */
record WholePortal(Portal portal, List<Client> clients, List<Member> members) {

  /** Reads the names of the clients alone. */
  static WholePortal withoutMembers(Portal portal, Table table) {
    return read(portal, List.of(), table);
  }

  /** Reads the names. */
  static WholePortal read(Portal portal, Table table) {
    FirmId firm = portal.path().firm();
    return read(
        portal,
        portal.members().keySet().stream().map(id -> PortalKeys.member(firm, id)).toList(),
        table);
  }

  private static WholePortal read(Portal portal, List<Key> members, Table table) {
    FirmId firm = portal.path().firm();
    List<Key> clients =
        portal.clients().stream()
            .map(client -> TableKeys.client(new ClientPath(firm, client)))
            .toList();
    List<Key> keys = new ArrayList<>(clients);
    keys.addAll(members);
    Items items = table.read(keys);
    return new WholePortal(
        portal,
        clients.stream().flatMap(key -> items.at(key).stream()).map(Client::fromItem).toList(),
        members.stream().flatMap(key -> items.at(key).stream()).map(Member::fromItem).toList());
  }
}
