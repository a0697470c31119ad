package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Copies;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the actions on firms, their clients and contacts cost, as {@code infra/COSTS.md} says, with
 * names and addresses of real lengths.
 */
@OnFullStack
final class PeopleCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);
  private static final Map<String, Integer> SHORT = Map.of("4 KB of the page", 1);

  private final Office office = Office.open(NAME, true);
  private final Person administrator = office.administrator();

  /** A name that sorts after all that were filled in. */
  private static String last(String name) {
    return "Z" + name.substring(1);
  }

  /** Adds clients by copies of one, past the API. */
  private void fill(Office.Client client, int from, int to) {
    Copies copies =
        Copies.of(Portal.item("FIRM#" + office.firmId(), "CLIENT#" + client.clientId()));
    copies.put(
        IntStream.range(from, to),
        number -> {
          String id = Copies.id(number);
          return Map.of("SK", "CLIENT#" + id, "namesSort", copies.namesSort(id));
        });
  }

  @Test
  void aPageOfClients_costsTheSame_forTenAndForTenThousand() {
    Office.Client client = office.client(NAME);
    fill(client, 0, 9);
    List<Cost> few = pages(9);
    fill(client, 9, 9_999);

    List<Cost> many = pages(9);

    assertThat(many).isEqualTo(few);
    pages(50);
    assertThat(administrator.get(office.path() + "/clients?limit=100").at("items")).hasSize(100);
  }

  private List<Cost> pages(int limit) {
    List<Cost> costs = new ArrayList<>();
    for (String query : List.of("", "&name=dr", "&name=DR.%20Maxi")) {
      costs.add(
          Cost.within(
              "listClients",
              () ->
                  assertThat(
                          administrator
                              .get(office.path() + "/clients?limit=" + limit + query)
                              .at("items"))
                      .hasSize(limit)));
    }
    return costs;
  }

  @Test
  void aFirm_byAnOperator() {
    Person operator = Portal.signIn(LocalStack.OPERATOR);
    ObjectNode firm = json().put("name", NAME).put("slug", Portal.slug());
    firm.set("administrator", json().put("name", NAME).put("email", Portal.email("ada")));

    Cost.within("createFirm", () -> operator.post("/v1/firms", firm).is(201));
    Cost.within(
        "appointAdministrator",
        () ->
            operator
                .post(
                    office.path() + "/administrators",
                    json().put("name", NAME).put("email", Portal.email("eva")))
                .is(201));
    ObjectNode policy = json().put("mode", "only").put("reason", NAME);
    policy.putArray("documentTypeIds").add("none");
    Cost.within(
        "setSharePolicy", () -> operator.put(office.path() + "/share-policy", policy).is(200));
    for (Person caller : new Person[] {operator, administrator}) {
      Cost.within("getSharePolicy", () -> caller.get(office.path() + "/share-policy").is(200));
    }
  }

  @Test
  void aFirm_itsSites_andTheListOfItsStaff() {
    Cost.within("getFirm", () -> administrator.get(office.path()).is(200));
    Cost.within(
        "updateFirm",
        () -> administrator.patch(office.path(), json().put("name", last(NAME))).is(200));
    ObjectNode types = json();
    types.putArray("documentTypes").addObject().put("name", NAME.substring(0, 80));
    Cost.within(
        "setDocumentTypes",
        () -> administrator.put(office.path() + "/document-types", types).is(200));
    Cost.within(
        "listDocumentTypes", () -> administrator.get(office.path() + "/document-types").is(200));
    Cost.within(
        "createSite",
        () ->
            administrator
                .call("POST", office.path() + "/sites")
                .header("Idempotency-Key", Portal.slug())
                .json(json().put("slug", Portal.slug()).put("name", NAME))
                .send()
                .is(201));
    Cost.within("listSites", SHORT, () -> administrator.get(office.path() + "/sites").is(200));
    Cost.within("listStaff", SHORT, () -> administrator.get(office.path() + "/staff").is(200));
  }

  @Test
  void staff_andTheTeamOfAClient() {
    ObjectNode body =
        json().put("name", NAME).put("email", Portal.email("sam")).put("role", "staff");
    String[] id = new String[1];
    Cost.within(
        "createStaff",
        () -> id[0] = administrator.post(office.path() + "/staff", body).is(201).text("staffId"));
    String member = office.path() + "/staff/" + id[0];
    Cost.within("getStaff", () -> administrator.get(member).is(200));
    Cost.within(
        "updateStaff", () -> administrator.patch(member, json().put("webPortal", true)).is(200));
    Cost.within(
        "setAbsence",
        () ->
            administrator
                .put(
                    member + "/absence",
                    Office.absence(Portal.now(), Duration.ofDays(1), office.staffId()))
                .is(200));
    Office.Client client = office.client(NAME);
    Cost.within("getClient", () -> administrator.get(client.path()).is(200));
    Cost.within(
        "setTeam",
        Map.of("member", 2, "change", 2),
        () -> client.assignTeam(office.staffId(), id[0]));
    Cost.within("setTeam", Map.of("member", 1, "change", 1), () -> client.assignTeam(id[0]));
    Cost.within("getHandOver", Map.of("client", 1), () -> office.handOver(id[0]));
    Cost.within("handOver", () -> office.handOver(id[0], office.staffId()).is(202));
    Portal.settle();
    client.assignTeam(id[0]);
    Cost.within(
        "continueHandOver: a step",
        () -> {
          office.handOver(id[0], office.staffId()).is(202);
          Portal.settle();
        });
  }

  @Test
  void aClient_ofEachState() {
    Office.Client client = office.client(NAME);
    Cost.within(
        "updateClient: without account",
        () ->
            administrator
                .patch(
                    client.path(), json().put("name", last(NAME)).put("email", Portal.email("c")))
                .is(200));

    Office.Client invited = office.client(NAME).invite();
    Cost.within(
        "updateClient: another email of an invited account", () -> readdress(invited.path()));

    Office.Client active = office.activeClient(NAME).client();
    Cost.within(
        "updateClient: another name of an active account",
        () -> administrator.patch(active.path(), json().put("name", last(NAME))).is(200));
    Cost.within("updateClient: another email of an active account", () -> readdress(active.path()));
  }

  @Test
  void theOldAddress_isNotifiedOfANewOne() {
    Office.Client active = office.activeClient(NAME).client();

    Cost.within(
        "sendAccountAlerts",
        () -> {
          readdress(active.path());
          Portal.settle();
        });
  }

  private void readdress(String path) {
    administrator.patch(path, json().put("email", Portal.email("new"))).is(200);
  }

  @Test
  void aContact_ofEachState() {
    Office.Client client = office.client(NAME);
    Cost.within("createContact", () -> client.contact(NAME, true));
    String address = Portal.email("colin");
    String path = client.path() + "/contacts/" + client.contact(NAME, address, true);
    Cost.within(
        "listContacts", SHORT, () -> administrator.get(client.path() + "/contacts").is(200));
    Cost.within("getContact", () -> administrator.get(path).is(200));
    Cost.within(
        "updateContact",
        () -> administrator.patch(path, json().put("relationship", "Tutor")).is(200));
    administrator.post(path + "/account", json().put("email", address)).is(201);
    Cost.within("updateContact: another email of an invited account", () -> readdress(path));
    administrator.patch(path, json().put("email", address)).is(200);
    Portal.acceptInvitation(address);
    for (boolean permitted : new boolean[] {false, true}) {
      Cost.within(
          "updateContact: of an active account",
          () -> administrator.patch(path, json().put("webPortal", permitted)).is(200));
    }
    Cost.within("updateContact: another email of an active account", () -> readdress(path));
  }
}
