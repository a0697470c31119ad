package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalCreated;
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
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CreatePortalTest {
  private final TestPortals portals = new TestPortals();

  private Exchange.Answer create(String body) {
    return portals.calls().create(body);
  }

  @Test
  @Tag("MY2")
  @Tag("MY12")
  @Tag("MY16")
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
    assertThat(TestPortals.texts(created, "members", "role"))
        .containsExactly("full-access", "contributor");
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
    assertThat(portals.events())
        .containsExactly(
            new PortalCreated(
                portal.named(),
                portal.clients(),
                List.copyOf(portal.members().keySet()),
                List.copyOf(portal.members().keySet())));
  }

  @Test
  @Tag("MY15")
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
            TestPortals.known(ngozi, "contributor"));

    assertThat(portals.stored(second).members()).containsOnlyKeys(ngozi);
    assertThat(portals.stored(third).members()).containsOnlyKeys(ngozi);
    // The widest role counts.
    assertThat(portals.of(portals.clients.getFirst()).role(ngozi)).contains(PortalRole.FULL_ACCESS);
    assertThat(portals.of(portals.clients.get(1)).role(ngozi)).contains(PortalRole.CONTRIBUTOR);
  }

  @Test
  @Tag("MY10")
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
    assertThat(TestPortals.faults(refused))
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
    assertThat(TestPortals.faults(refused))
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
                TestPortals.known(ngozi, "contributor"),
                TestPortals.person("Ngozi", "full-access")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(TestPortals.faults(refused)).isEqualTo(List.of("/members/1"));
  }

  @Test
  @Tag("MY11")
  void aName_isUniqueAmongPortalsThatAreNotArchived_asNamesAreCompared() {
    PortalPath first = portals.portal(TestPortals.SITE, "Müller", portals.clients.subList(0, 1));
    String again =
        TestPortals.body(TestPortals.OTHER_SITE, "MULLER", portals.clients.subList(0, 1));

    assertThat(create(again).problem()).isEqualTo("name-taken");
    portals.calls().archive(first);
    assertThat(create(again).status()).isEqualTo(201);
    assertThat(portals.calls().restore(first).problem()).isEqualTo("name-taken");
  }

  @Test
  @Tag("MY13")
  void aClient_isInOnePortalOfASite() {
    portals.portal(TestPortals.SITE, "First", portals.clients.subList(0, 1));

    Exchange.Answer refused =
        create(TestPortals.body(TestPortals.SITE, "Second", portals.clients.reversed()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("client-in-portal");
    assertThat(TestPortals.faults(refused)).isEqualTo(List.of("/clientIds/2"));
    assertThat(create(TestPortals.body(TestPortals.OTHER_SITE, "Second", portals.clients)).status())
        .isEqualTo(201);
  }

  @Test
  @Tag("MY3")
  void beforeTheSettingsOfASiteAreSaved_itHasNoPortal() {
    portals.write(Write.put(new Site(portals.firm.id, "new", "New", TestFirm.NOW).toItem()));

    Exchange.Answer refused = create(TestPortals.body("new", "First", portals.clients));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("settings-required");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    assertThat(portals.by(portals.staff).create("{}").problem()).isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).create("{}").problem()).isEqualTo("not-found");
  }

  @Test
  void theSameRequestAgain_hasTheSamePortal() {
    String body =
        TestPortals.body(
            TestPortals.SITE, "First", portals.clients, TestPortals.person("Ngozi", "contributor"));
    Exchange.Answer created = portals.calls().create("key", body);
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer again = portals.calls().create("key", body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(created.body());
    assertThat(portals.firm.table.everything()).isEqualTo(before);
    Exchange.Answer other =
        portals.calls().create("key", TestPortals.body(TestPortals.SITE, "X", portals.clients));
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void moreThanTwentyClients_orFortyMembers_areAFault() {
    Exchange.Answer refused =
        create(
            TestPortals.body(
                TestPortals.SITE,
                "Everybody",
                portals.clients(21),
                TestPortals.people("Person", 41)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(TestPortals.faults(refused)).containsExactly("/clientIds", "/members");
    Exchange.Answer created =
        create(
            TestPortals.body(
                TestPortals.SITE,
                "Everybody",
                portals.clients(20),
                TestPortals.people("Person", 40)));
    assertThat(created.status()).isEqualTo(201);
  }

  @Test
  void whoHasAnActiveAccount_isNotInvitedAgain() {
    portals.portal(
        TestPortals.SITE,
        "First",
        portals.clients.subList(0, 1),
        TestPortals.person("Ngozi", "full-access"));
    MemberId ngozi = portals.member("Ngozi");
    portals.activate(ngozi);
    Item account = portals.item(TableKeys.account(portals.stored(ngozi).holder())).orElseThrow();

    portals.portal(
        TestPortals.SITE,
        "Second",
        portals.clients.subList(1, 2),
        TestPortals.known(ngozi, "contributor"));

    assertThat(portals.item(account.key())).contains(account);
    assertThat(portals.stored(ngozi).account()).isEqualTo(AccountStatus.ACTIVE);
  }
}
