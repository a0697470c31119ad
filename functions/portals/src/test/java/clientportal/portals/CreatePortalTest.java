package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.Event;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PortalId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Member;
import clientportal.access.records.Portal;
import clientportal.access.records.Site;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreatePortalTest {
  private final TestPortals portals = new TestPortals();

  private Exchange.Answer create(String body) {
    return portals.create(portals.firm.table, portals.sharer, body);
  }

  private static List<?> faults(Exchange.Answer answer) {
    return ((List<?>) answer.get("errors"))
        .stream().map(fault -> ((Map<?, ?>) fault).get("pointer")).toList();
  }

  @Test
  void itsClientsHaveIt_itsMembersAreInvited_andEverythingSaysTheSame() {
    Exchange.Answer created =
        create(
            TestPortals.body(
                TestPortals.SITE,
                "Family Okafor",
                portals.clients.subList(0, 2),
                TestPortals.person("Ngozi", "full-access"),
                TestPortals.person("Emeka", "contributor")));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.headers()).containsKeys("location", "etag");
    assertThat(created.get("slug")).isEqualTo(TestPortals.SITE);
    assertThat((List<?>) created.get("clients")).hasSize(2);
    assertThat(
            ((List<?>) created.get("members"))
                .stream().map(member -> (Object) ((Map<?, ?>) member).get("role")).toList())
        .isEqualTo(List.of("full-access", "contributor"));
    PortalPath path =
        new PortalPath(portals.firm.id, new PortalId((String) created.get("portalId")));
    Portal portal = portals.stored(path);
    assertThat(portal.members().values())
        .containsExactly(PortalRole.FULL_ACCESS, PortalRole.CONTRIBUTOR);
    assertThat(portals.of(portals.clients.get(0)).all()).containsExactly(portal.ofClient());
    assertThat(portals.of(portals.clients.get(1)).all()).containsExactly(portal.ofClient());
    assertThat(portals.of(portals.clients.get(2)).all()).isEmpty();
    for (MemberId id : portal.members().keySet()) {
      Member member =
          Member.fromItem(portals.item(PortalKeys.member(portals.firm.id, id)).orElseThrow());
      assertThat(member.account()).isEqualTo(AccountStatus.INVITED);
      assertThat(portals.item(TableKeys.account(member.holder())).map(Account::fromItem))
          .hasValueSatisfying(
              account -> assertThat(account.email().isSameAs(member.email())).isTrue());
      assertThat(portals.item(PortalKeys.portalOfMember(path, id))).isPresent();
    }
    assertThat(eventTypes()).containsExactly("PortalCreated");
  }

  @Test
  void anAddressThatIsKnown_isThatMember_whoKeepsTheirName() {
    PortalPath first =
        portals.portal(
            TestPortals.SITE,
            "First",
            portals.clients.subList(0, 1),
            TestPortals.person("Ngozi", "full-access"));
    MemberId ngozi = portals.stored(first).members().keySet().iterator().next();

    PortalPath second =
        portals.portal(
            TestPortals.OTHER_SITE,
            "Second",
            portals.clients.subList(0, 1),
            "{\"name\": \"N.\", \"email\": \"NGOZI@home.test\", \"role\": \"contributor\"}");
    PortalPath third =
        portals.portal(
            TestPortals.SITE,
            "Third",
            portals.clients.subList(1, 2),
            "{\"memberId\": \"%s\", \"role\": \"contributor\"}".formatted(ngozi));

    assertThat(portals.stored(second).members()).containsOnlyKeys(ngozi);
    assertThat(portals.stored(third).members()).containsOnlyKeys(ngozi);
    // The widest role counts.
    assertThat(portals.of(portals.clients.getFirst()).role(ngozi)).contains(PortalRole.FULL_ACCESS);
    assertThat(portals.of(portals.clients.get(1)).role(ngozi)).contains(PortalRole.CONTRIBUTOR);
  }

  @Test
  void whatIsUnknown_isNamedAllAtOnce() {
    String nobody = portals.firm.ids.next();
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer refused =
        create(
            """
            {"slug": "nowhere", "name": "X", "clientIds": ["%s", "%s", "no id"],
             "members": [{"memberId": "%s", "role": "contributor"},
                         {"memberId": "no id", "role": "full-access"}]}
            """
                .formatted(portals.clients.getFirst(), nobody, nobody));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("unknown-reference");
    assertThat(faults(refused))
        .isEqualTo(List.of("/slug", "/clientIds/1", "/clientIds/2", "/members/0", "/members/1"));
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void faultsOfTheBody_areNamedAllAtOnce() {
    Exchange.Answer refused =
        create(
            """
            {"name": "", "clientIds": [],
             "members": [{"name": "A", "email": "no address", "role": "owner"},
                         {"name": "B", "email": "b@home.test", "role": "contributor"},
                         {"name": "C", "email": "B@home.test", "role": "contributor"}]}
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(faults(refused))
        .isEqualTo(
            List.of(
                "/slug",
                "/name",
                "/clientIds",
                "/members/0/role",
                "/members/0/email",
                "/members/2/email"));
  }

  @Test
  void whoIsNamedTwice_byIdAndByAddress_isAFault() {
    PortalPath first =
        portals.portal(
            TestPortals.SITE,
            "First",
            portals.clients.subList(0, 1),
            TestPortals.person("Ngozi", "full-access"));
    MemberId ngozi = portals.stored(first).members().keySet().iterator().next();

    Exchange.Answer refused =
        create(
            TestPortals.body(
                TestPortals.SITE,
                "Second",
                portals.clients.subList(1, 2),
                "{\"memberId\": \"%s\", \"role\": \"contributor\"}".formatted(ngozi),
                TestPortals.person("Ngozi", "full-access")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(faults(refused)).isEqualTo(List.of("/members/1"));
  }

  @Test
  void aName_isUniqueAmongPortalsThatAreNotArchived_asNamesAreCompared() {
    PortalPath first = portals.portal(TestPortals.SITE, "Müller", portals.clients.subList(0, 1));
    String again =
        TestPortals.body(TestPortals.OTHER_SITE, "MULLER", portals.clients.subList(0, 1));

    assertThat(create(again).problem()).isEqualTo("name-taken");
    portals
        .to("DELETE", first, portals.sharer)
        .send(new ArchivePortalHandler(portals.module(portals.firm.table).updatePortal()));
    assertThat(create(again).status()).isEqualTo(201);
    Exchange.Answer back =
        portals
            .to("PATCH", first, portals.sharer)
            .json("{\"archived\": false}")
            .send(new UpdatePortalHandler(portals.module(portals.firm.table).updatePortal()));
    assertThat(back.problem()).isEqualTo("name-taken");
  }

  @Test
  void aClient_isInOnePortalOfASite() {
    portals.portal(TestPortals.SITE, "First", portals.clients.subList(0, 1));

    Exchange.Answer refused =
        create(TestPortals.body(TestPortals.SITE, "Second", portals.clients.reversed()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("client-in-portal");
    assertThat(faults(refused)).isEqualTo(List.of("/clientIds/2"));
    assertThat(create(TestPortals.body(TestPortals.OTHER_SITE, "Second", portals.clients)).status())
        .isEqualTo(201);
  }

  @Test
  void beforeTheSettingsOfASiteAreSaved_itHasNoPortal() {
    portals.write(Write.put(new Site(portals.firm.id, "new", "New", TestFirm.NOW).toItem()));

    Exchange.Answer refused = create(TestPortals.body("new", "First", portals.clients));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("settings-required");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    Table table = portals.firm.table;

    assertThat(portals.create(table, portals.staff, "{}").problem())
        .isEqualTo("permission-required");
    assertThat(portals.create(table, TestFirm.person(), "{}").problem()).isEqualTo("not-found");
  }

  private List<String> eventTypes() {
    return portals.firm.table.everything().values().stream()
        .filter(item -> item.key().pk().equals("FIRM#" + portals.firm.id + "#EVENTS"))
        .map(item -> Event.fromItem(item).data().getClass().getSimpleName())
        .toList();
  }
}
