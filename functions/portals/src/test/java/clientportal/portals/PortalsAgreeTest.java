package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ClientId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Portal;
import clientportal.platform.CallSchedule;
import clientportal.platform.table.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
  private final RandomChanges changes = new RandomChanges(random);

  @Test
  void afterAnySequenceOfCallsAndCrashes_everythingSaysTheSame() {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      TestPortals portals = new TestPortals();
      for (int i = 0; i < ACTIONS; i++) {
        CallSchedule schedule = new CallSchedule();
        if (random.nextInt(3) == 0) {
          schedule.failAt(1 + random.nextInt(4), random.nextBoolean());
        }
        changes.make(portals, schedule);
        assertAgreement(portals);
      }
    }
    // Each kind of answer was given often.
    assertThat(changes.answers()).containsKeys(200, 201, 204, 404, 409);
    assertThat(changes.answers().get(409)).isGreaterThan(100);
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
