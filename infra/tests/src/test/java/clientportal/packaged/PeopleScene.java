package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Call;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** The operations on firms and clients. */
record PeopleScene(EventCatcher events, Office office) {

  void ask(Person operator, String member, Office.Client client) {
    firms(operator, member);
    clients(client);
    contacts(client);
  }

  private void firms(Person operator, String member) {
    Person ada = office.administrator();
    events.request(
        "CreateFirm",
        operator
            .call("POST", "/v1/firms")
            .json(
                json()
                    .put("name", "Recorded & Partner")
                    .put("slug", events.name("newSlug", Portal.slug() + "-recorded"))
                    .set(
                        "administrator",
                        json().put("name", "Nora New").put("email", Portal.email("nora")))));
    events.request("GetFirm", ada.call("GET", office.path()));
    events.request(
        "CreateStaff",
        ada.call("POST", office.path() + "/staff")
            .json(
                json()
                    .put("name", "Nils New")
                    .put("email", Portal.email("nils"))
                    .put("role", "staff")));
    events.request(
        "AppointAdministrator",
        operator
            .call("POST", office.path() + "/administrators")
            .json(json().put("name", "Nadia New").put("email", Portal.email("nadia"))));
    String memberPath = office.path() + "/staff/" + member;
    events.request("GetStaff", ada.call("GET", memberPath));
    events.request(
        "UpdateStaff",
        ada.call("PATCH", memberPath)
            .header("Content-Type", "application/merge-patch+json")
            .json(json().put("webPortal", false)));
    events.request(
        "SetAbsence",
        ada.call("PUT", memberPath + "/absence")
            .json(Office.absence(Portal.now(), Duration.ofDays(1), office.staffId())));
    events.request(
        "HandOver",
        ada.call("POST", memberPath + "/hand-over").json(json().put("to", office.staffId())));
    events.request("GetHandOver", ada.call("GET", memberPath + "/hand-over"));
    events.request("ListStaff", ada.call("GET", office.path() + "/staff"));
    events.request(
        "UpdateFirm",
        patch(office.path(), json().set("settings", json().put("timeZone", "Europe/Berlin"))));
    documentTypes(operator);
    events.request(
        "CreateSite",
        ada.call("POST", office.path() + "/sites")
            .json(json().put("slug", Portal.slug() + "-recorded").put("name", "Another site")));
    events.request("ListSites", ada.call("GET", office.path() + "/sites"));
  }

  private void documentTypes(Person operator) {
    Person ada = office.administrator();
    ObjectNode types = json();
    types.putArray("documentTypes").addObject().put("name", "Invoice");
    events.request(
        "SetDocumentTypes", ada.call("PUT", office.path() + "/document-types").json(types));
    events.request("ListDocumentTypes", ada.call("GET", office.path() + "/document-types"));
    // It closes nothing, so that the other calls find what they did before.
    ObjectNode policy = json().put("mode", "all-but").put("reason", "Recorded");
    policy.putArray("documentTypeIds");
    events.request(
        "SetSharePolicy", operator.call("PUT", office.path() + "/share-policy").json(policy));
    events.request("GetSharePolicy", ada.call("GET", office.path() + "/share-policy"));
  }

  private void clients(Office.Client client) {
    Person ada = office.administrator();
    events.request(
        "CreateClient",
        ada.call("POST", office.path() + "/clients")
            .json(
                json()
                    .put("kind", "client")
                    .put("name", "Nina New")
                    .put("email", Portal.email("nina"))));
    events.request("GetClient", ada.call("GET", client.path()));
    events.request(
        "SetTeam",
        ada.call("PUT", client.path() + "/team")
            .json(json().set("staffIds", json().arrayNode().add(office.staffId()))));
    events.request("ListClients", ada.call("GET", office.path() + "/clients?name=carla"));
    Office.Client other = office.client("Uwe");
    events.request("UpdateClient", patch(other.path(), json().put("phone", "+493012345678")));
    events.request(
        "CreateContact",
        ada.call("POST", client.path() + "/contacts")
            .json(
                json()
                    .put("name", "Karl Contact")
                    .put("relationship", "brother")
                    .put("webPortal", true)));
  }

  private void contacts(Office.Client client) {
    Person ada = office.administrator();
    String contact = client.contact("Colin", true);
    String path = client.path() + "/contacts";
    events.request("ListContacts", ada.call("GET", path));
    events.request("GetContact", ada.call("GET", path + "/" + contact));
    events.request(
        "UpdateContact",
        patch(path + "/" + contact, json().put("relationship", "brother and partner")));
  }

  private Call patch(String path, JsonNode body) {
    return office
        .administrator()
        .call("PATCH", path)
        .header("Content-Type", "application/merge-patch+json")
        .json(body);
  }
}
