package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Member;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module while others do the same, or the same request runs twice: it answers
 * as before that or as after it, and a repeated request has the result of the first.
 */
final class PortalInterleavingsTest {
  private static final String[] NEW = TestPortals.people("New", 2);

  /** A portal with two clients and two members, and a third client in another portal. */
  private static final class World {
    final TestPortals portals = new TestPortals();
    final PortalPath portal =
        portals.portal(
            TestPortals.SITE,
            "Okafor",
            portals.clients.subList(0, 2),
            TestPortals.person("Ngozi", "full-access"),
            TestPortals.person("Emeka", "contributor"));
    final PortalPath other =
        portals.portal(
            TestPortals.OTHER_SITE,
            "Berg",
            portals.clients.subList(1, 3),
            TestPortals.person("Ngozi", "contributor"));
    final MemberId ngozi = portals.member("Ngozi");
    final MemberId emeka = portals.member("Emeka");
    final PersonId person = portals.activate(ngozi);
    final ClientId third = portals.clients.get(2);

    /**
     * Makes the firm know somebody who is in no portal, as a request that was not finished does.
     */
    World() {
      EmailAddress email = new EmailAddress("zoe@home.test");
      Member zoe =
          Member.create(
              portals.firm.id, new MemberId(portals.firm.ids.next()), "Zoe", email, TestFirm.NOW);
      portals.write(zoe.create().toArray(Write[]::new));
    }

    InMemoryTable table() {
      return portals.firm.table;
    }

    PortalCalls on(Table table) {
      return portals.calls().on(table);
    }

    PortalCalls here() {
      return portals.calls();
    }

    Exchange.Answer create(Table table) {
      return on(table)
          .create(
              "k",
              TestPortals.body(
                  TestPortals.SITE,
                  "Álvarez",
                  List.of(third),
                  TestPortals.known(emeka, "full-access"),
                  TestPortals.person("Zoe", "contributor")));
    }

    Exchange.Answer preview(Table table) {
      return on(table)
          .preview(
              TestPortals.body(
                  TestPortals.SITE,
                  "Álvarez",
                  List.of(third),
                  TestPortals.known(emeka, "full-access"),
                  TestPortals.person("Zoe", "contributor")));
    }

    Exchange.Answer previewMembers(Table table) {
      return on(table)
          .previewMembers(
              portal,
              TestPortals.person("Zoe", "full-access"),
              TestPortals.known(emeka, "contributor"));
    }

    World archived() {
      here().archive(portal);
      return this;
    }

    Exchange.Answer addClient(Table table) {
      return on(table).add(portal, List.of(third));
    }

    Exchange.Answer addMembers(Table table) {
      return on(table)
          .add(
              portal,
              TestPortals.person("Zoe", "full-access"),
              TestPortals.known(emeka, "contributor"));
    }
  }

  private static Map<String, BiFunction<World, Table, Exchange.Answer>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put("CreatePortal", World::create);
    all.put("PreviewPortal", World::preview);
    all.put("PreviewPortalMembers", World::previewMembers);
    all.put("ListPortals", (world, table) -> world.on(table).list("", false));
    all.put("GetPortal, by staff", (world, table) -> world.on(table).get(world.portal));
    all.put(
        "GetPortal, by a member",
        (world, table) -> world.portals.by(world.person).on(table).get(world.portal));
    all.put(
        "UpdatePortal, renamed",
        (world, table) -> world.on(table).update(world.portal, "{\"name\": \"Álvarez\"}"));
    all.put("UpdatePortal, restored", (world, table) -> world.on(table).restore(world.portal));
    all.put("ArchivePortal", (world, table) -> world.on(table).archive(world.portal));
    all.put("AddPortalClients", World::addClient);
    all.put(
        "RemovePortalClient",
        (world, table) -> world.on(table).remove(world.portal, world.portals.clients.get(1)));
    all.put("AddPortalMembers", World::addMembers);
    all.put(
        "UpdatePortalMember",
        (world, table) -> world.on(table).give(world.portal, world.ngozi, "contributor"));
    all.put(
        "RemovePortalMember", (world, table) -> world.on(table).remove(world.portal, world.ngozi));
    all.put("ListMembers", (world, table) -> world.on(table).members(""));
    all.put("GetMember", (world, table) -> world.on(table).member(world.emeka));
    all.put(
        "UpdateMember, by name",
        (world, table) -> world.on(table).updateMember(world.ngozi, "{\"name\": \"Nena\"}"));
    all.put(
        "UpdateMember, by address",
        (world, table) ->
            world.on(table).updateMember(world.emeka, "{\"email\": \"nena@home.test\"}"));
    return all;
  }

  private static void check(Consumer<World> others) {
    check(World::new, others);
  }

  private static void check(Supplier<World> world, Consumer<World> others) {
    Interleavings<World> interleavings = new Interleavings<>(world, World::table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, Exchange.Answer>> each :
        useCases().entrySet()) {
      ways +=
          each.getKey().startsWith("Preview")
              ? interleavings.checkJob(
                  (here, table) -> preview(each.getValue().apply(here, table)), _ -> {})
              : interleavings.check(
                  each.getKey(), (here, table) -> comparable(each.getValue().apply(here, table)));
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  /**
   * A preview reads more than the change, later: it can be of the time before for one person and of
   * the time after for another. The change says what holds.
   */
  private static void preview(Exchange.Answer answer) {
    assertThat(answer.status()).isIn(200, 409);
  }

  /** Portals are in the order of their ids; what is said about accounts is read after a change. */
  private static String comparable(Exchange.Answer answer) {
    String body =
        answer.body().filter(Map.class::isInstance).stream()
            .flatMap(members -> ((Map<?, ?>) members).entrySet().stream())
            .map(member ->
                member.getKey().equals("portals")
                    ? "portals " + sorted((List<?>) member.getValue())
                    : member.toString())
            .collect(Collectors.joining(" "));
    return answer.status() + " " + body.replaceAll("account=\\{status=[a-z]+}", "account");
  }

  private static List<String> sorted(List<?> portals) {
    return portals.stream()
        .map(portal -> (String) ((Map<?, ?>) portal).get("name") + ((Map<?, ?>) portal).get("role"))
        .sorted()
        .toList();
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet().stream().map(name -> name.replaceFirst(",.*", "")))
        .containsOnly(UseCases.of(GetPortalHandler.class).toArray(String[]::new));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.create(world.table()));
    check(world -> world.addMembers(world.table()));
    check(world -> world.addClient(world.table()));
  }

  @Test
  void whileOthersRenameIt() {
    check(world -> world.here().update(world.portal, "{\"name\": \"Alvarez\"}"));
    check(world -> world.here().update(world.other, "{\"name\": \"Alvarez\"}"));
  }

  @Test
  void whileOthersArchiveOrRestoreIt() {
    check(World::archived);
    check(() -> new World().archived(), world -> world.here().restore(world.portal));
  }

  @Test
  void whileOthersChangeItsClients() {
    check(world -> world.here().remove(world.portal, world.portals.clients.get(1)));
    check(world ->
        world.here().create(TestPortals.body(TestPortals.SITE, "Lindqvist", List.of(world.third))));
  }

  @Test
  void whileOthersChangeItsMembers() {
    check(world -> world.here().give(world.portal, world.emeka, "full-access"));
    check(world -> world.here().remove(world.portal, world.emeka));
    check(world -> world.here().add(world.other, TestPortals.known(world.emeka, "contributor")));
  }

  /** The name keeps its place in lists, which are read page by page. */
  @Test
  void whileOthersChangeTheNameOrTheAddressOfAMember() {
    check(world -> world.here().updateMember(world.ngozi, "{\"name\": \"NGOZI\"}"));
    check(world -> world.here().updateMember(world.emeka, "{\"email\": \"nena@home.test\"}"));
    check(world -> world.here().updateMember(world.emeka, "{\"email\": \"new1@home.test\"}"));
  }

  @Test
  void whileTheAccountOfAMemberIsActivatedOrRevoked() {
    check(world -> world.portals.activate(world.emeka));
    check(world -> world.portals.revoke(world.ngozi));
    check(world -> world.portals.revoke(world.emeka));
  }

  /** The firm may know people by then that no portal lets in; they see nothing. */
  @Test
  void peopleWhomTheFirmDoesNotKnow_areLetInAsAWhole_orNotAtAll() {
    List<Consumer<World>> others =
        List.of(
            World::archived,
            world -> world.here().give(world.portal, world.emeka, "full-access"),
            world -> world.here().add(world.portal, NEW));
    for (Consumer<World> other : others) {
      int ways =
          new Interleavings<>(World::new, World::table, List.of(other))
              .checkJob(
                  (world, table) -> world.on(table).add(world.portal, NEW),
                  world -> PortalsAgreeTest.assertAgreement(world.portals));
      assertThat(ways).isGreaterThan(2);
    }
    int ways =
        new Interleavings<>(
                World::new,
                World::table,
                List.<Consumer<World>>of(world ->
                    world
                        .here()
                        .create(
                            TestPortals.body(
                                TestPortals.SITE, "Álvarez", List.of(world.third), NEW))))
            .checkJob(
                (world, table) -> world.on(table).add(world.portal, NEW),
                world -> PortalsAgreeTest.assertAgreement(world.portals));
    assertThat(ways).isGreaterThan(2);
  }
}
