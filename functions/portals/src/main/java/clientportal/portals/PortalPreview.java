package clientportal.portals;

import clientportal.access.decision.PortalRole;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Portal;
import clientportal.delivery.Preview;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What letting members into a portal would send, and open.
 *
 * @param opens what those with full access would see; empty if there are none among them
 */
record PortalPreview(Preview preview, Optional<PublishedItems.Count> opens) {

  /**
   * Counts what would be opened.
   *
   * @param portal as it would be
   * @param before the members who are in it already
   */
  static PortalPreview of(Preview preview, Portal portal, Set<MemberId> before, Table table) {
    boolean fullAccess =
        portal.members().entrySet().stream()
            .anyMatch(member ->
                member.getValue() == PortalRole.FULL_ACCESS && !before.contains(member.getKey()));
    return new PortalPreview(
        preview, Optional.of(portal).filter(_ -> fullAccess).map(is -> opens(preview, is, table)));
  }

  private static PublishedItems.Count opens(Preview preview, Portal portal, Table table) {
    Key policy = TableKeys.sharePolicy(portal.path().firm());
    List<ClientPath> clients =
        portal.clients().stream()
            .map(client -> new ClientPath(portal.path().firm(), client))
            .toList();
    return new PublishedItems(
            table,
            FirmSharePolicy.of(portal.path().firm(), table.read(List.of(policy))).policy(),
            preview.asOf())
        .of(clients);
  }

  JsonObject json() {
    return preview.json().with("opens", opens.map(PublishedItems.Count::json));
  }
}
