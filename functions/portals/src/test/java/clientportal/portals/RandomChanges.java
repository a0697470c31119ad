package clientportal.portals;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Random calls that change portals, some of which are refused.
 *
 * @param answers how often each status was answered
 */
record RandomChanges(Random random, Map<Integer, Integer> answers) {
  RandomChanges(Random random) {
    this(random, new HashMap<>());
  }

  /** Makes a call; it fails if that is planned. */
  void make(TestPortals portals, CallSchedule schedule) {
    PortalCalls calls = portals.calls().on(schedule.around(portals.firm.table));
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
            random.nextBoolean() ? "{\"archived\": false}" : "{\"name\": \"%s\"}".formatted(name());
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
}
