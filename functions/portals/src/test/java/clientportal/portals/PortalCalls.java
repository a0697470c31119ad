package clientportal.portals;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.PortalPath;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;

/** Calls by a person about the portals of a firm and their members. */
record PortalCalls(TestPortals portals, Table table, PersonId by) {

  /** Makes the same calls on another table. */
  PortalCalls on(Table other) {
    return new PortalCalls(portals, other, by);
  }

  private PortalsModule module() {
    return portals.module(table);
  }

  private Exchange to(String method, String below) {
    return Exchange.of(method, new FirmPath(portals.firm.id) + below)
        .as(by.value())
        .path("firmId", portals.firm.id);
  }

  private Exchange to(String method, PortalPath portal, String below) {
    return to(method, "/portals/" + portal.portal() + below).path("portalId", portal.portal());
  }

  /** Creates a portal by a request of its own. */
  Exchange.Answer create(String body) {
    return create(portals.firm.ids.next(), body);
  }

  Exchange.Answer create(String idempotencyKey, String body) {
    return to("POST", "/portals")
        .json(body)
        .header("idempotency-key", idempotencyKey)
        .send(new CreatePortalHandler(module().createPortal()));
  }

  Exchange.Answer preview(String body) {
    return to("POST", "/portals/preview")
        .json(body)
        .send(new PreviewPortalHandler(module().previewPortal()));
  }

  Exchange.Answer previewMembers(PortalPath portal, String... members) {
    return to("POST", portal, "/members/preview")
        .json("{\"members\": [%s]}".formatted(String.join(", ", members)))
        .send(new PreviewPortalMembersHandler(module().previewPortalMembers()));
  }

  /** Lists the portals with this beginning of the name, archived or not. */
  Exchange.Answer list(String name, boolean archived) {
    return to("GET", "/portals")
        .query("name", name)
        .query("archived", String.valueOf(archived))
        .send(new ListPortalsHandler(module().listPortals()));
  }

  Exchange.Answer get(PortalPath portal) {
    return to("GET", portal, "").send(new GetPortalHandler(module().getPortal()));
  }

  Exchange updating(PortalPath portal, String body) {
    return to("PATCH", portal, "").json(body);
  }

  Exchange.Answer update(PortalPath portal, String body) {
    return updating(portal, body).send(new UpdatePortalHandler(module().updatePortal()));
  }

  Exchange.Answer archive(PortalPath portal) {
    return to("DELETE", portal, "").send(new ArchivePortalHandler(module().updatePortal()));
  }

  Exchange.Answer restore(PortalPath portal) {
    return update(portal, "{\"archived\": false}");
  }

  Exchange.Answer add(PortalPath portal, List<ClientId> clients) {
    return addClients(portal, "{\"clientIds\": %s}".formatted(TestPortals.ids(clients)));
  }

  Exchange.Answer addClients(PortalPath portal, String body) {
    return to("POST", portal, "/clients")
        .json(body)
        .send(new AddPortalClientsHandler(module().addPortalClients()));
  }

  Exchange.Answer remove(PortalPath portal, ClientId client) {
    return to("DELETE", portal, "/clients/" + client)
        .path("clientId", client)
        .send(new RemovePortalClientHandler(module().removePortalClient()));
  }

  /** Adds members, each as a request has them. */
  Exchange.Answer add(PortalPath portal, String... members) {
    return addMembers(portal, "{\"members\": [%s]}".formatted(String.join(", ", members)));
  }

  Exchange.Answer addMembers(PortalPath portal, String body) {
    return to("POST", portal, "/members")
        .json(body)
        .send(new AddPortalMembersHandler(module().addPortalMembers()));
  }

  Exchange.Answer give(PortalPath portal, MemberId member, String role) {
    return updateMember(portal, member, "{\"role\": \"%s\"}".formatted(role));
  }

  Exchange.Answer updateMember(PortalPath portal, MemberId member, String body) {
    return to("PATCH", portal, "/members/" + member)
        .path("memberId", member)
        .json(body)
        .send(new UpdatePortalMemberHandler(module().updatePortalMember()));
  }

  Exchange.Answer remove(PortalPath portal, MemberId member) {
    return to("DELETE", portal, "/members/" + member)
        .path("memberId", member)
        .send(new RemovePortalMemberHandler(module().removePortalMember()));
  }

  /** Lists the members with this beginning of the name. */
  Exchange.Answer members(String name) {
    return to("GET", "/members")
        .query("name", name)
        .send(new ListMembersHandler(module().listMembers()));
  }

  Exchange.Answer member(MemberId member) {
    return to("GET", "/members/" + member)
        .path("memberId", member)
        .send(new GetMemberHandler(module().getMember()));
  }

  Exchange.Answer updateMember(MemberId member, String body) {
    return to("PATCH", "/members/" + member)
        .path("memberId", member)
        .json(body)
        .send(new UpdateMemberHandler(module().updateMember()));
  }
}
