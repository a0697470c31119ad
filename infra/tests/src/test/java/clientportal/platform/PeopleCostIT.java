package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Copies;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the actions on firms, their clients and contacts cost, as {@code infra/COSTS.md} says, with
 * names and addresses of real lengths.
 */
@ExtendWith(OnFullStack.class)
final class PeopleCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);
  private static final Map<String, Integer> READ = Map.of("BatchGetItem", 1);
  private static final Map<String, Integer> READ_AND_WRITE =
      Map.of("BatchGetItem", 1, "TransactWriteItems", 1);
  private static final Map<String, Integer> READ_TWICE_AND_WRITE =
      Map.of("BatchGetItem", 2, "TransactWriteItems", 1);
  private static final Map<String, Integer> PAGE = Map.of("BatchGetItem", 1, "Query", 1);

  private final Office office = Office.open(NAME, true);
  private final Person administrator = office.administrator();

  private static Cost cost(String function, Runnable action) {
    return Cost.of(Portal.calls(function, action));
  }

  private static void costs(
      Cost cost, Map<String, Integer> calls, double readUnits, double writeUnits) {
    assertThat(cost.calls()).isEqualTo(calls);
    assertThat(cost.readUnits()).isLessThanOrEqualTo(readUnits);
    assertThat(cost.writeUnits()).isLessThanOrEqualTo(writeUnits);
  }

  /** A name that sorts after all that were filled in. */
  private static String last(String name) {
    return "Z" + name.substring(1);
  }

  /** Adds clients by copies of one, past the API. */
  private void fill(Office.Customer client, int from, int to) {
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
    Office.Customer client = office.client(NAME);
    fill(client, 0, 9);
    List<Cost> few = pages(9);
    fill(client, 9, 9_999);

    List<Cost> many = pages(9);

    assertThat(many).isEqualTo(few);
    costs(pages(50).getFirst(), PAGE, 1 + 3.5, 0);
    assertThat(administrator.get(office.path() + "/clients?limit=100").at("items")).hasSize(100);
  }

  private List<Cost> pages(int limit) {
    List<Cost> costs = new ArrayList<>();
    for (String query : List.of("", "&name=dr", "&name=DR.%20Maxi")) {
      Cost page =
          cost(
              "ListClients",
              () ->
                  assertThat(
                          administrator
                              .get(office.path() + "/clients?limit=" + limit + query)
                              .at("items"))
                      .hasSize(limit));
      assertThat(page.calls()).isEqualTo(PAGE);
      costs.add(page);
    }
    return costs;
  }

  @Test
  void aFirm_itsSites_andTheListOfItsStaff() {
    costs(
        cost(
            "UpdateFirm",
            () -> administrator.patch(office.path(), json().put("name", last(NAME))).is(200)),
        READ_AND_WRITE,
        2,
        4);
    costs(
        cost(
            "CreateSite",
            () ->
                administrator
                    .call("POST", office.path() + "/sites")
                    .header("Idempotency-Key", Portal.slug())
                    .json(json().put("slug", Portal.slug()).put("name", NAME))
                    .send()
                    .is(201)),
        READ_AND_WRITE,
        3,
        8);
    costs(
        cost("ListSites", () -> administrator.get(office.path() + "/sites").is(200)), PAGE, 1.5, 0);
    costs(
        cost("ListStaff", () -> administrator.get(office.path() + "/staff").is(200)), PAGE, 1.5, 0);
  }

  @Test
  void aClient_ofEachState() {
    Office.Customer client = office.client(NAME);
    costs(
        cost(
            "UpdateClient",
            () ->
                administrator
                    .patch(
                        client.path(),
                        json().put("name", last(NAME)).put("email", Portal.email("c")))
                    .is(200)),
        READ_AND_WRITE,
        4,
        8);

    Office.Customer invited = office.client(NAME).invite();
    costs(cost("UpdateClient", () -> readdress(invited.path())), READ_AND_WRITE, 4, 12);

    Office.Customer active = office.activeClient(NAME).customer();
    costs(
        cost(
            "UpdateClient",
            () -> administrator.patch(active.path(), json().put("name", last(NAME))).is(200)),
        READ_TWICE_AND_WRITE,
        5,
        6);
    costs(cost("UpdateClient", () -> readdress(active.path())), READ_AND_WRITE, 4, 14);
  }

  @Test
  void theOldAddress_isToldOfANewOne() {
    Office.Customer active = office.activeClient(NAME).customer();

    Cost told =
        cost(
            "SendAccountAlerts",
            () -> {
              readdress(active.path());
              Portal.settle();
            });

    costs(told, Map.of("BatchGetItem", 2, "PutItem", 2, "SendEmail", 1), 5, 2);
  }

  private void readdress(String path) {
    administrator.patch(path, json().put("email", Portal.email("new"))).is(200);
  }

  @Test
  void aContact_ofEachState() {
    Office.Customer client = office.client(NAME);
    String address = Portal.email("colin");
    String path = client.path() + "/contacts/" + client.contact(NAME, address, true);
    costs(
        cost("ListContacts", () -> administrator.get(client.path() + "/contacts").is(200)),
        PAGE,
        3.5,
        0);
    costs(cost("GetContact", () -> administrator.get(path).is(200)), READ, 3, 0);
    costs(
        cost(
            "UpdateContact",
            () -> administrator.patch(path, json().put("relationship", "Tutor")).is(200)),
        READ_AND_WRITE,
        4,
        4);
    administrator.post(path + "/account", json().put("email", address)).is(201);
    costs(cost("UpdateContact", () -> readdress(path)), READ_AND_WRITE, 4, 12);
    administrator.patch(path, json().put("email", address)).is(200);
    Portal.comeIn(address);
    for (boolean permitted : new boolean[] {false, true}) {
      costs(
          cost(
              "UpdateContact",
              () -> administrator.patch(path, json().put("webPortal", permitted)).is(200)),
          READ_TWICE_AND_WRITE,
          5,
          8);
    }
    costs(cost("UpdateContact", () -> readdress(path)), READ_AND_WRITE, 4, 14);
  }
}
