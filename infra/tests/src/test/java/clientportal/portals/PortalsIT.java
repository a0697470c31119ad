package clientportal.portals;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.ClientGroup;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Portals of several clients, with members who see everything that is open to anybody, or only what
 * is shared with them: {@code createPortal}, {@code getPortal}, {@code updatePortal}, {@code
 * archivePortal}, {@code addPortalClients}, {@code removePortalClient}, {@code addPortalMembers},
 * {@code updatePortalMember}, {@code removePortalMember}, {@code listPortals}, {@code listMembers},
 * {@code getMember}.
 */
final class PortalsIT {
  private final Office office = Office.open("Berg & Partners", true);
  private final Person staff = office.administrator();
  private final Office.Client.SignedIn rosa = office.activeClient("Rosa Okafor");
  private final Office.Client chidi = office.client("Chidi Okafor");
  private final String ngozi = Portal.email("ngozi");
  private final String emeka = Portal.email("emeka");

  private ClientGroup family() {
    ClientGroup.setUp(office);
    ObjectNode body = ClientGroup.body(office, "Family Okafor", List.of(rosa.client(), chidi));
    ClientGroup.with(body, "Ngozi", ngozi, "full-access");
    ClientGroup.with(body, "Emeka", emeka, "contributor");
    return ClientGroup.create(office, body);
  }

  @Test
  @Tag("MY1")
  @Tag("MY2")
  @Tag("MY12")
  @Tag("MY14")
  @Tag("MY16")
  @Tag("MY17")
  void membersAreInvited_andSeeWhatTheirRoleLetsThemSee() {
    family();
    String folder = rosa.client().folder("Taxes 2026");
    rosa.client().share(folder, "client", "view-upload").is(200);
    String document =
        File.pdf("Return.pdf").upload(staff, rosa.client().path() + "/folders/" + folder);
    Person full = Portal.acceptInvitation(ngozi);
    Person contributor = Portal.acceptInvitation(emeka);
    String path = rosa.client().path() + "/folders/" + folder;

    full.get(path).is(200);
    full.post(path + "/documents/" + document + "/download", json()).is(200);
    assertThat(
            full.get(rosa.client().path() + "/shared")
                .is(200)
                .at("items")
                .findValuesAsText("folderId"))
        .contains(folder);
    contributor.get(path).isProblem(404, "not-found");
    contributor.get(path + "/documents/" + document).isProblem(404, "not-found");
    full.get(rosa.client().path()).isProblem(404, "not-found");

    Shares.set(office, path, "client view-upload", "member:" + memberId("Emeka") + " view").is(200);
    contributor.get(path).is(200);
    assertThat(contributor.get(chidi.path() + "/folders").is(200).at("items")).isEmpty();
  }

  private String memberId(String name) {
    for (var member : staff.get(office.path() + "/members?name=" + name).is(200).at("items")) {
      return member.path("memberId").asText();
    }
    throw new AssertionError(name);
  }

  @Test
  @Tag("MY20")
  void getMe_listsThePortals_ofWhichOneIsChosen() {
    ClientGroup family = family();
    Person full = Portal.acceptInvitation(ngozi);

    Answer me = full.get("/v1/me").is(200);

    assertThat(me.at("memberOf")).hasSize(1);
    assertThat(me.text("memberOf/0/portals/0/portalId")).isEqualTo(family.portalId());
    Answer portal = full.get(family.path()).is(200);
    assertThat(portal.text("role")).isEqualTo("full-access");
    assertThat(portal.at("clients")).hasSize(2);
    assertThat(portal.json().has("members")).isFalse();
  }

  @Test
  void whatIsTakenAway_isGoneAtTheNextCall() {
    ClientGroup family = family();
    String folder = chidi.folder("Letters");
    String path = chidi.path() + "/folders/" + folder;
    chidi.invite();
    chidi.share(folder, "client", "view").is(200);
    Person full = Portal.acceptInvitation(ngozi);
    full.get(path).is(200);

    staff.delete(family.path()).is(204);
    full.get(path).isProblem(404, "not-found");
    full.get(family.path()).isProblem(404, "not-found");
    staff.patch(family.path(), json().put("archived", false)).is(200);
    full.get(path).is(200);
    staff.delete(family.path() + "/clients/" + chidi.clientId()).is(204);
    full.get(path).isProblem(404, "not-found");
    ObjectNode again = json();
    again.putArray("clientIds").add(chidi.clientId());
    staff.post(family.path() + "/clients", again).is(200);
    full.get(path).is(200);
    String member = family.path() + "/members/" + family.member("Ngozi");
    staff.patch(member, json().put("role", "contributor")).is(200);
    full.get(path).isProblem(404, "not-found");
    staff.patch(member, json().put("role", "full-access")).is(200);
    full.get(path).is(200);
    staff.delete(member).is(204);
    full.get(path).isProblem(404, "not-found");
    staff.delete(family.path() + "/clients/" + rosa.client().clientId()).is(204);
    staff.delete(family.path() + "/clients/" + chidi.clientId()).isProblem(409, "status-conflict");
  }

  @Test
  @Tag("MY3")
  @Tag("MY10")
  @Tag("MY11")
  @Tag("MY13")
  @Tag("MY15")
  void whatAPortalTakes_isRequired() {
    String portals = office.path() + "/portals";
    ObjectNode first = ClientGroup.body(office, "Okafor", List.of(chidi));
    staff.post(portals, first).isProblem(409, "settings-required");
    ClientGroup.setUp(office);
    ClientGroup.create(office, ClientGroup.with(first, "Ngozi", ngozi, "contributor"));

    staff
        .post(portals, ClientGroup.body(office, "OKAFOR", List.of(rosa.client())))
        .isProblem(409, "name-taken");
    assertThat(
            staff
                .post(portals, ClientGroup.body(office, "Another", List.of(rosa.client(), chidi)))
                .isProblem(409, "client-in-portal")
                .faults())
        .containsExactly("/clientIds/1 duplicate");
    ObjectNode unknown = ClientGroup.body(office, "Nobody", List.of());
    unknown.withArray("clientIds").add(office.firmId());
    staff.post(portals, unknown).isProblem(422, "unknown-reference");
    ObjectNode existing = ClientGroup.body(office, "Chosen", List.of(rosa.client()));
    existing
        .withArray("members")
        .addObject()
        .put("memberId", memberId("Ngozi"))
        .put("role", "full-access");
    ClientGroup chosen = ClientGroup.create(office, existing);
    assertThat(staff.get(office.path() + "/members/" + chosen.member("Ngozi")).at("portals"))
        .hasSize(2);
    assertThat(staff.get(portals + "?name=cho").at("items")).hasSize(1);
  }

  @Test
  void anArchivedPortal_isNotChanged_andComesBackWhereItsNameAndClientsAreFree() {
    ClientGroup family = family();
    String member = family.path() + "/members/" + family.member("Emeka");
    ObjectNode clients = json();
    clients.putArray("clientIds").add(chidi.clientId());
    ObjectNode people = ClientGroup.with(json(), "Ada", Portal.email("ada"), "contributor");
    staff.delete(family.path()).is(204);

    staff.patch(family.path(), json().put("name", "Okafor")).isProblem(409, "archived");
    staff.post(family.path() + "/clients", clients).isProblem(409, "archived");
    staff.delete(family.path() + "/clients/" + chidi.clientId()).isProblem(409, "archived");
    staff.post(family.path() + "/members", people).isProblem(409, "archived");
    staff.patch(member, json().put("role", "full-access")).isProblem(409, "archived");
    staff.delete(member).isProblem(409, "archived");

    ObjectNode back = json().put("archived", false);
    ClientGroup named =
        ClientGroup.create(
            office,
            ClientGroup.body(office, "Family Okafor", List.of(office.client("Otto Okafor"))));
    staff.patch(family.path(), back).isProblem(409, "name-taken");
    staff.patch(named.path(), json().put("name", "Otto")).is(200);
    ObjectNode taken = json();
    taken.putArray("clientIds").add(chidi.clientId());
    staff.post(named.path() + "/clients", taken).is(200);
    staff.patch(family.path(), back).isProblem(409, "client-in-portal");
    staff.delete(named.path() + "/clients/" + chidi.clientId()).is(204);
    staff.patch(family.path(), back).is(200);
    staff.post(named.path() + "/clients", taken).isProblem(409, "client-in-portal");
  }

  @Test
  void aPortal_hasTwentyClients_andFortyMembers_whoAreKnown() {
    ClientGroup family = family();
    ObjectNode many = json();
    ArrayNode ids = many.putArray("clientIds");
    for (int i = 0; i < 19; i++) {
      ids.add(office.client("Client " + i).clientId());
    }
    staff.post(family.path() + "/clients", many).isProblem(409, "limit-reached");
    ObjectNode unknown = json();
    unknown.putArray("clientIds").add(office.firmId());
    staff.post(family.path() + "/clients", unknown).isProblem(422, "unknown-reference");
    ObjectNode people = json();
    for (int i = 0; i < 39; i++) {
      ClientGroup.with(people, "Member " + i, Portal.email("member"), "contributor");
    }
    staff.post(family.path() + "/members", people).isProblem(409, "limit-reached");
    ObjectNode stranger = json();
    stranger
        .putArray("members")
        .addObject()
        .put("memberId", office.firmId())
        .put("role", "contributor");
    staff.post(family.path() + "/members", stranger).isProblem(422, "unknown-reference");
    ObjectNode other = ClientGroup.with(json(), "Ngozi", ngozi, "contributor");
    staff.post(family.path() + "/members", other).isProblem(409, "status-conflict");
  }
}
