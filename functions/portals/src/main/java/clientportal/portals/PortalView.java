package clientportal.portals;

import clientportal.access.decision.PortalMember;
import clientportal.access.records.Client;
import clientportal.access.records.Portal;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/** A portal as staff see it, and as a member does. */
final class PortalView {
  private PortalView() {}

  /** Returns what lists show. */
  static JsonObject listed(Portal portal) {
    return of(portal)
        .with("archived", portal.archived())
        .with("clientCount", portal.clients().size())
        .with("memberCount", portal.members().size())
        .with("createdAt", portal.createdAt());
  }

  static JsonObject whole(WholePortal whole) {
    Portal portal = whole.portal();
    return of(portal)
        .with("archived", portal.archived())
        .with("createdAt", portal.createdAt())
        .with("clients", clients(whole.clients()))
        .with(
            "members",
            whole.members().stream()
                .map(member -> MemberView.of(member).with("role", portal.role(member.id()).text()))
                .toList());
  }

  /** Returns the view of a member: with their own role, and without the other members. */
  static JsonObject ofMember(WholePortal whole, PortalMember self) {
    return of(whole.portal())
        .with("role", whole.portal().role(self.id()).text())
        .with("clients", clients(whole.clients()));
  }

  private static JsonObject of(Portal portal) {
    return Json.object()
        .with("portalId", portal.path().portal().value())
        .with("name", portal.name())
        .with("slug", portal.site());
  }

  private static List<JsonObject> clients(List<Client> clients) {
    return clients.stream()
        .map(client ->
            Json.object().with("clientId", client.id().value()).with("name", client.name()))
        .toList();
  }
}
