package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Call;
import clientportal.driver.ClientGroup;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Portals and their members; one portal for each change of one: the functions run side by side. */
record PortalsScene(EventCatcher events, Office office) {
  void ask() {
    Person ada = office.administrator();
    ClientGroup.setUp(office);
    events.request(
        "CreatePortal", ada.call("POST", office.path() + "/portals").json(family("Okafor")));
    events.request(
        "PreviewPortal", ada.call("POST", office.path() + "/portals/preview").json(family("Seen")));
    ClientGroup group = create("Lindqvist");
    events.request("ListPortals", ada.call("GET", office.path() + "/portals?name=lind"));
    events.request("GetPortal", ada.call("GET", group.path()));
    events.request("ListMembers", ada.call("GET", office.path() + "/members?limit=10"));
    events.request("GetMember", ada.call("GET", member(group)));
    events.request(
        "UpdatePortal", patch(create("Ruiz").path(), json().put("name", "Family Ruiz-Berg")));
    events.request("ArchivePortal", ada.call("DELETE", create("Berg").path()));
    events.request(
        "UpdateMember", patch(member(create("Named")), json().put("name", "Meg Okafor")));
    clients(ada);
    members(ada);
  }

  private void clients(Person ada) {
    ObjectNode added = json();
    added.putArray("clientIds").add(office.client("Added").clientId());
    events.request(
        "AddPortalClients", ada.call("POST", create("Larger").path() + "/clients").json(added));
    Office.Client leaving = office.client("Leaving");
    ClientGroup smaller =
        ClientGroup.create(
            office, ClientGroup.body(office, "Smaller", List.of(leaving, office.client("Stays"))));
    events.request(
        "RemovePortalClient",
        ada.call("DELETE", smaller.path() + "/clients/" + leaving.clientId()));
  }

  private void members(Person ada) {
    ObjectNode added = ClientGroup.with(json(), "Added", Portal.email("added"), "contributor");
    events.request(
        "AddPortalMembers", ada.call("POST", create("Joined").path() + "/members").json(added));
    events.request(
        "PreviewPortalMembers",
        ada.call("POST", create("Planned").path() + "/members/preview").json(added));
    ClientGroup wider = create("Wider");
    events.request(
        "UpdatePortalMember",
        patch(wider.path() + "/members/" + wider.member("Meg"), json().put("role", "contributor")));
    ClientGroup left = create("Left");
    events.request(
        "RemovePortalMember", ada.call("DELETE", left.path() + "/members/" + left.member("Meg")));
    events.request(
        "ResendMemberInvitation", ada.call("POST", member(create("Awaited")) + "/invitation"));
    events.request(
        "RevokeMemberAccount", ada.call("DELETE", member(create("Revoked")) + "/account"));
  }

  private ClientGroup create(String name) {
    return ClientGroup.create(office, family(name));
  }

  private ObjectNode family(String name) {
    ObjectNode body =
        ClientGroup.body(office, "Family " + name, List.of(office.client("Of " + name)));
    return ClientGroup.with(body, "Meg", Portal.email("meg"), "full-access");
  }

  private String member(ClientGroup group) {
    return office.path() + "/members/" + group.member("Meg");
  }

  private Call patch(String path, ObjectNode body) {
    return office
        .administrator()
        .call("PATCH", path)
        .header("Content-Type", "application/merge-patch+json")
        .json(body);
  }
}
