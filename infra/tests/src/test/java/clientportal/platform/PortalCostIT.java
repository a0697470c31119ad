package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.Answer;
import clientportal.driver.ClientGroup;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the actions on portals and their members cost, as {@code infra/COSTS.md} says, with names of
 * real lengths; and what they cost those who are in one.
 */
@OnFullStack
final class PortalCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 110);

  private final Office office = Office.open(NAME, true);
  private final Person administrator = office.administrator();
  private final String portals = office.path() + "/portals";

  private ObjectNode family(String name, int clients, int members) {
    ObjectNode body =
        ClientGroup.body(
            office,
            NAME + name,
            IntStream.range(0, clients).mapToObj(_ -> office.client(NAME)).toList());
    for (int i = 0; i < members; i++) {
      ClientGroup.with(body, NAME + i, Portal.email("member"), "full-access");
    }
    return body;
  }

  private Answer create(ObjectNode body) {
    return administrator
        .call("POST", portals)
        .header("Idempotency-Key", Portal.slug())
        .json(body)
        .send()
        .is(201);
  }

  @Test
  void portals_areCreated_changedAndArchived() {
    ClientGroup.setUp(office);
    for (int clients : List.of(1, 20)) {
      ObjectNode body = family("A" + clients, clients, 3);
      Answer[] created = new Answer[1];
      Cost.within(
          "previewPortal",
          Map.of("client", clients, "new member", 3),
          () -> administrator.post(portals + "/preview", body).is(200));
      Cost.within(
          "createPortal",
          Map.of("client", clients, "new member", 3),
          () -> created[0] = create(body));
      Map<String, Integer> counts = Map.of("client", clients);
      Map<String, Integer> both = Map.of("client", clients, "member", 3);
      String path = portals + "/" + created[0].text("portalId");
      Cost.within("getPortal", both, () -> administrator.get(path).is(200));
      Cost.within(
          "updatePortal: another name",
          counts,
          () -> administrator.patch(path, json().put("name", NAME + "B" + clients)).is(200));
      Cost.within(
          "archivePortal: into or out of the archive",
          both,
          () -> administrator.delete(path).is(204));
      Cost.within(
          "updatePortal: into or out of the archive",
          both,
          () -> administrator.patch(path, json().put("archived", false)).is(200));
    }
    Cost.within("listPortals", () -> administrator.get(portals).is(200));
  }

  @Test
  void fortyNewMembers_areTwoTransactions() {
    ClientGroup.setUp(office);
    ObjectNode body = family("F", 20, 40);
    Cost.within("createPortal: with 40 new members", () -> create(body));
  }

  @Test
  void clients_andMembers_comeAndGo() {
    ClientGroup.setUp(office);
    for (int clients : List.of(1, 19)) {
      ObjectNode body = family("C" + clients, clients, 3);
      String path = portals + "/" + create(body).text("portalId");
      Map<String, Integer> counts = Map.of("client", clients);
      Office.Client another = office.client(NAME);
      ObjectNode adding = json();
      adding.putArray("clientIds").add(another.clientId());
      Cost.within(
          "addPortalClients", counts, () -> administrator.post(path + "/clients", adding).is(200));
      Cost.within(
          "removePortalClient",
          counts,
          () -> administrator.delete(path + "/clients/" + another.clientId()).is(204));
      Answer[] joined = new Answer[1];
      Cost.within(
          "previewPortalMembers",
          counts,
          () ->
              administrator
                  .post(
                      path + "/members/preview",
                      ClientGroup.with(json(), NAME, Portal.email("later"), "contributor"))
                  .is(200));
      Cost.within(
          "addPortalMembers",
          counts,
          () ->
              joined[0] =
                  administrator
                      .post(
                          path + "/members",
                          ClientGroup.with(json(), NAME, Portal.email("late"), "contributor"))
                      .is(200));
      String member = path + "/members/" + joined[0].text("members/3/memberId");
      Cost.within(
          "updatePortalMember",
          counts,
          () -> administrator.patch(member, json().put("role", "full-access")).is(200));
      Cost.within("removePortalMember", counts, () -> administrator.delete(member).is(204));
    }
  }

  @Test
  void members_areListed_invitedAgain_andLoseTheirAccount() {
    ClientGroup.setUp(office);
    ObjectNode body = family("M", 1, 1);
    String member = create(body).text("members/0/memberId");
    String path = office.path() + "/members/" + member;
    Cost.within("listMembers", () -> administrator.get(office.path() + "/members?name=dr").is(200));
    Cost.within("getMember", () -> administrator.get(path).is(200));
    Cost.within(
        "resendMemberInvitation", () -> administrator.post(path + "/invitation", json()).is(202));
    Cost.within(
        "updateMember: another email of an invited account",
        () -> administrator.patch(path, json().put("email", Portal.email("moved"))).is(200));
    Person person = Portal.acceptInvitation(administrator.get(path).text("email"));
    Cost.within(
        "updateMember: another name of an active account",
        () -> administrator.patch(path, json().put("name", NAME + " Z")).is(200));
    Cost.within("getMe: of a member", () -> person.get("/v1/me").is(200));
    Cost.within("revokeMemberAccount", () -> administrator.delete(path + "/account").is(204));
  }
}
