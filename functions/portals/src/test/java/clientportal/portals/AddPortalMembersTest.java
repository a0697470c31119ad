package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalMembersAdded;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AddPortalMembersTest {
  private final TestPortals portals = new TestPortals();
  private final PortalPath portal =
      portals.portal(
          TestPortals.SITE,
          "First",
          portals.clients.subList(0, 2),
          TestPortals.person("Ngozi", "full-access"));
  private final MemberId ngozi = portals.member("Ngozi");

  @Test
  void members_areLetInAtOnce_andInvited() {
    Exchange.Answer changed =
        portals
            .calls()
            .add(
                portal,
                TestPortals.person("Emeka", "contributor"),
                TestPortals.known(ngozi, "full-access"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.headers()).containsEntry("etag", "\"2\"");
    assertThat(TestPortals.texts(changed, "members", "name")).containsExactly("Ngozi", "Emeka");
    MemberId emeka = portals.member("Emeka");
    assertThat(portals.of(portals.clients.get(1)).role(emeka)).contains(PortalRole.CONTRIBUTOR);
    assertThat(portals.stored(emeka).account()).isEqualTo(AccountStatus.INVITED);
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(
            new PortalMembersAdded(portals.stored(portal).named(), List.of(emeka), List.of(emeka)));
  }

  @Test
  void membersWhoAreIn_changeNothing_withTheRoleThatTheyHave() {
    Map<Key, Item> before = portals.firm.table.everything();
    PortalCalls calls = portals.calls();

    assertThat(calls.add(portal, TestPortals.person("Ngozi", "full-access")).status())
        .isEqualTo(200);
    Exchange.Answer refused =
        calls.add(
            portal,
            TestPortals.person("Emeka", "contributor"),
            TestPortals.known(ngozi, "contributor"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("status-conflict");
    assertThat(refused.get("state")).isEqualTo("full-access");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  @Tag("MY15")
  void aMemberOfAnotherPortal_isChosen_byIdOrAddress_andKeepsTheirName() {
    PortalPath second = portals.portal(TestPortals.SITE, "Second", portals.clients.subList(2, 3));

    Exchange.Answer changed =
        portals
            .calls()
            .add(
                second,
                "{\"name\": \"N.\", \"email\": \"NGOZI@home.test\", \"role\": \"contributor\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(TestPortals.texts(changed, "members", "name")).containsExactly("Ngozi");
    assertThat(portals.stored(second).members()).containsOnlyKeys(ngozi);
    assertThat(portals.of(portals.clients.getFirst()).role(ngozi)).contains(PortalRole.FULL_ACCESS);
    PortalsAgreeTest.assertAgreement(portals);
  }

  @Test
  void whatCannotBeAdded_isRefused_andNothingChanges() {
    Map<Key, Item> before = portals.firm.table.everything();
    PortalCalls calls = portals.calls();

    Exchange.Answer unknown =
        calls.add(
            portal,
            TestPortals.person("Emeka", "contributor"),
            TestPortals.known(portals.firm.ids.next(), "contributor"),
            TestPortals.known("x", "full-access"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.problem()).isEqualTo("unknown-reference");
    assertThat(TestPortals.faults(unknown)).containsExactly("/members/1", "/members/2");
    Exchange.Answer faulty =
        calls.addMembers(
            portal,
            """
            {"members": [
              {"role": "contributor"},
              {"name": " ", "email": "x", "role": "reader"},
              {"memberId": 7, "role": "contributor"},
              {"name": "A", "email": "a@home.test", "role": "contributor"},
              {"name": "A", "email": "A@home.test", "role": "full-access"}]}
            """);
    assertThat(faulty.status()).isEqualTo(400);
    assertThat(TestPortals.faults(faulty))
        .containsExactly(
            "/members/0/name",
            "/members/0/email",
            "/members/1/role",
            "/members/1/name",
            "/members/1/email",
            "/members/2/memberId",
            "/members/4/email");
    Exchange.Answer twice =
        calls.add(
            portal,
            TestPortals.known(ngozi, "full-access"),
            TestPortals.person("Ngozi", "full-access"));
    assertThat(TestPortals.faults(twice)).containsExactly("/members/1");
    for (String wrong : List.of("{}", "{\"members\": []}", "{\"members\": {}}")) {
      Exchange.Answer refused = calls.addMembers(portal, wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(TestPortals.faults(refused)).containsExactly("/members");
    }
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void moreThanForty_areRefused_andNobodyBecomesAMember() {
    assertThat(portals.calls().add(portal, TestPortals.people("Person", 39)).status())
        .isEqualTo(200);
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer refused =
        portals.calls().add(portal, TestPortals.person("Emeka", "contributor"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("limit-reached");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
    assertThat(portals.calls().add(portal, TestPortals.people("Other", 41)).status())
        .isEqualTo(400);
  }

  @Test
  void anArchivedPortal_takesNobody() {
    portals.calls().archive(portal);

    assertThat(portals.calls().add(portal, TestPortals.person("Emeka", "contributor")).problem())
        .isEqualTo("archived");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    assertThat(portals.by(portals.staff).addMembers(portal, "{}").problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(portals.activate(ngozi)).addMembers(portal, "{}").problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).addMembers(portal, "{}").problem())
        .isEqualTo("not-found");
  }

  @Test
  void whoseAccountWasRevoked_isInvitedAgain_withTheMailsThatWereCounted() {
    portals.activate(ngozi);
    portals.revoke(ngozi);
    PortalPath second = portals.portal(TestPortals.SITE, "Second", portals.clients.subList(2, 3));

    Exchange.Answer changed = portals.calls().add(second, TestPortals.known(ngozi, "contributor"));

    assertThat(changed.status()).isEqualTo(200);
    Account account =
        portals
            .item(TableKeys.account(portals.stored(ngozi).holder()))
            .map(Account::fromItem)
            .orElseThrow();
    assertThat(account.status()).isEqualTo(AccountStatus.INVITED);
    assertThat(portals.stored(ngozi).account()).isEqualTo(AccountStatus.INVITED);
    assertThat(portals.stored(ngozi).person()).isEmpty();

    for (int i = 1; i < 5; i++) {
      assertThat(again(second).status()).isEqualTo(200);
    }
    assertThat(again(second).problem()).isEqualTo("too-many-requests");
    assertThat(portals.stored(second).members()).isEmpty();
  }

  private Exchange.Answer again(PortalPath second) {
    portals.revoke(ngozi);
    portals.calls().remove(second, ngozi);
    return portals.calls().add(second, TestPortals.known(ngozi, "contributor"));
  }
}
