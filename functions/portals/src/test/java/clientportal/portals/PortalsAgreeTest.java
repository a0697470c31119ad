package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Portal;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A function ends before or after any of its calls to AWS. Whatever was done before, portals, the
 * items of their clients, the lists of their members and their names say the same.
 */
final class PortalsAgreeTest {
  private static final int SEQUENCES = 300;
  private static final int ACTIONS = 25;
  private static final long SEED = 20260815;

  private final Random random = new Random(SEED);
  private final Map<Integer, Integer> answers = new HashMap<>();

  @Test
  void afterAnySequenceOfCallsAndCrashes_everythingSaysTheSame() {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      TestPortals portals = new TestPortals();
      for (int i = 0; i < ACTIONS; i++) {
        CallSchedule schedule = new CallSchedule();
        if (random.nextInt(3) == 0) {
          schedule.failAt(1 + random.nextInt(4), random.nextBoolean());
        }
        act(portals, schedule, schedule.around(portals.firm.table));
        assertAgreement(portals);
      }
    }
    // Each kind of answer was given often.
    assertThat(answers).containsKeys(200, 201, 204, 404, 409);
    assertThat(answers.get(409)).isGreaterThan(100);
  }

  private void act(TestPortals portals, CallSchedule schedule, Table table) {
    List<Portal> all = portals.all();
    if (all.isEmpty() || random.nextInt(4) == 0) {
      send(schedule, () -> portals.create(table, portals.sharer, newPortal(portals)));
      return;
    }
    Portal portal = all.get(random.nextInt(all.size()));
    PortalPath path = portal.path();
    PortalsModule module = portals.module(table);
    ClientId client = portals.clients.get(random.nextInt(portals.clients.size()));
    List<MemberId> members = List.copyOf(portal.members().keySet());
    switch (random.nextInt(7)) {
      case 0 ->
          send(
              schedule,
              () ->
                  portals
                      .to("DELETE", path, portals.sharer)
                      .send(new ArchivePortalHandler(module.updatePortal())));
      case 1 -> {
        String patch =
            random.nextBoolean() ? "{\"archived\": false}" : "{\"name\": \"%s\"}".formatted(name());
        send(
            schedule,
            () ->
                portals
                    .to("PATCH", path, portals.sharer)
                    .json(patch)
                    .send(new UpdatePortalHandler(module.updatePortal())));
      }
      case 2 ->
          send(
              schedule,
              () ->
                  portals
                      .to("POST", path, portals.sharer)
                      .json("{\"clientIds\": [\"%s\"]}".formatted(client))
                      .send(new AddPortalClientsHandler(module.addPortalClients())));
      case 3 ->
          send(
              schedule,
              () ->
                  portals
                      .to("DELETE", path, portals.sharer)
                      .path("clientId", client)
                      .send(new RemovePortalClientHandler(module.removePortalClient())));
      case 4 -> {
        String body = "{\"members\": [%s, %s]}".formatted(person("A"), person("B"));
        send(
            schedule,
            () ->
                portals
                    .to("POST", path, portals.sharer)
                    .json(body)
                    .send(new AddPortalMembersHandler(module.addPortalMembers())));
      }
      case 5 -> {
        if (!members.isEmpty()) {
          String role = random.nextBoolean() ? "contributor" : "full-access";
          MemberId member = members.get(random.nextInt(members.size()));
          send(
              schedule,
              () ->
                  portals
                      .to("PATCH", path, portals.sharer)
                      .path("memberId", member)
                      .json("{\"role\": \"%s\"}".formatted(role))
                      .send(new UpdatePortalMemberHandler(module.updatePortalMember())));
        }
      }
      default -> {
        if (!members.isEmpty()) {
          MemberId member = members.get(random.nextInt(members.size()));
          send(
              schedule,
              () ->
                  portals
                      .to("DELETE", path, portals.sharer)
                      .path("memberId", member)
                      .send(new RemovePortalMemberHandler(module.removePortalMember())));
        }
      }
    }
  }

  private void send(CallSchedule schedule, Supplier<Exchange.Answer> call) {
    schedule.run(() -> answers.merge(call.get().status(), 1, Integer::sum));
  }

  private String newPortal(TestPortals portals) {
    List<ClientId> clients = portals.clients.stream().filter(_ -> random.nextBoolean()).toList();
    return TestPortals.body(
        random.nextBoolean() ? TestPortals.SITE : TestPortals.OTHER_SITE,
        name(),
        clients.isEmpty() ? portals.clients : clients,
        person("A"),
        person("C"));
  }

  private String name() {
    return List.of("Okafor", "OKAFOR", "Lindqvist", "Berg", "Álvarez").get(random.nextInt(5));
  }

  private String person(String prefix) {
    return TestPortals.person(
        prefix + random.nextInt(3), random.nextBoolean() ? "contributor" : "full-access");
  }

  private static void assertAgreement(TestPortals portals) {
    List<Portal> live = portals.all().stream().filter(portal -> !portal.archived()).toList();
    for (ClientId client : portals.clients) {
      List<ClientPortals.Portal> of = portals.of(client).all();
      assertThat(of)
          .containsExactlyInAnyOrderElementsOf(
              live.stream()
                  .filter(portal -> portal.clients().contains(client))
                  .map(Portal::ofClient)
                  .toList());
      assertThat(of).extracting(ClientPortals.Portal::site).doesNotHaveDuplicates();
    }
    Set<Object> lists =
        live.stream()
            .flatMap(portal ->
                portal.members().keySet().stream()
                    .map(member -> PortalKeys.portalOfMember(portal.path(), member)))
            .collect(Collectors.toSet());
    Set<Object> names =
        live.stream()
            .map(portal -> PortalKeys.portalName(portals.firm.id, portal.name()))
            .collect(Collectors.toSet());
    assertThat(names).hasSize(live.size());
    List<Item> everything = new ArrayList<>(portals.firm.table.everything().values());
    assertThat(keys(everything, "#MEMBER#")).isEqualTo(lists);
    assertThat(keys(everything, "#PORTALNAME#")).isEqualTo(names);
    assertThat(live).allSatisfy(portal -> assertThat(portal.clients()).isNotEmpty());
  }

  private static Set<Object> keys(List<Item> items, String ofPartition) {
    return items.stream()
        .filter(item -> item.key().pk().contains(ofPartition))
        .map(Item::key)
        .collect(Collectors.toSet());
  }

  /** Each of 40 people is made a member once, whatever happens, and by at most two transactions. */
  @Test
  void fortyNewMembers_areInvitedOnce_whereverTheFunctionEnds() {
    String body =
        TestPortals.body(
            TestPortals.SITE,
            "Everybody",
            new TestPortals().clients.subList(0, 0),
            IntStream.range(0, 40)
                .mapToObj(i -> TestPortals.person("Person" + i, "contributor"))
                .toArray(String[]::new));
    int points =
        CallSchedule.everywhere(crashes -> {
          TestPortals portals = new TestPortals();
          String request = body.replace("[]", TestPortals.ids(portals.clients));
          crashes.run(() ->
              portals.create(crashes.around(portals.firm.table), portals.sharer, "key", request));

          Exchange.Answer created =
              portals.create(portals.firm.table, portals.sharer, "key", request);

          assertThat(created.status()).isEqualTo(201);
          assertThat((List<?>) created.get("members")).hasSize(40);
          assertThat(portals.all()).hasSize(1);
          assertAgreement(portals);
          List<Item> items = new ArrayList<>(portals.firm.table.everything().values());
          Set<String> members = new HashSet<>();
          items.stream()
              .filter(item -> item.key().sk().startsWith("MEMBER#"))
              .filter(item -> item.key().pk().equals("FIRM#" + portals.firm.id))
              .forEach(item -> members.add(item.fields().text("email")));
          assertThat(members).hasSize(40);
          assertThat(items)
              .filteredOn(item -> item.key().pk().equals("FIRM#" + portals.firm.id + "#EVENTS"))
              .hasSize(1);
        });
    // One read of what is named, then at most two transactions.
    assertThat(points).isBetween(6, 8);
  }
}
