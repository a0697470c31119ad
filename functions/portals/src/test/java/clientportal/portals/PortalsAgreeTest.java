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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    PortalCalls calls = portals.calls().on(table);
    List<Portal> all = portals.all();
    if (all.isEmpty() || random.nextInt(4) == 0) {
      String body = newPortal(portals);
      send(schedule, () -> calls.create(body));
      return;
    }
    Portal portal = all.get(random.nextInt(all.size()));
    PortalPath path = portal.path();
    ClientId client = portals.clients.get(random.nextInt(portals.clients.size()));
    List<MemberId> members = List.copyOf(portal.members().keySet());
    switch (members.isEmpty() ? random.nextInt(5) : random.nextInt(7)) {
      case 0 -> send(schedule, () -> calls.archive(path));
      case 1 -> {
        String patch =
            random.nextBoolean()
                ? "{\"archived\": false}"
                : "{\"name\": \"%s\"}".formatted(name());
        send(schedule, () -> calls.update(path, patch));
      }
      case 2 -> send(schedule, () -> calls.add(path, List.of(client)));
      case 3 -> send(schedule, () -> calls.remove(path, client));
      case 4 -> {
        String first = person("A");
        String second = person("B");
        send(schedule, () -> calls.add(path, first, second));
      }
      case 5 -> {
        String role = random.nextBoolean() ? "contributor" : "full-access";
        MemberId member = members.get(random.nextInt(members.size()));
        send(schedule, () -> calls.give(path, member, role));
      }
      default -> {
        MemberId member = members.get(random.nextInt(members.size()));
        send(schedule, () -> calls.remove(path, member));
      }
    }
  }

  private void send(CallSchedule schedule, Supplier<Exchange.Answer> call) {
    schedule.run(() -> answers.merge(call.get().status(), 1, Integer::sum));
  }

  private String newPortal(TestPortals portals) {
    List<ClientId> clients =
        portals.clients.stream().filter(_ -> random.nextBoolean()).toList();
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

  /** Asserts that portals, the items of clients, the lists of members and names say the same. */
  static void assertAgreement(TestPortals portals) {
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
}
