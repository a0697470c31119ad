package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.PortalPath;
import clientportal.platform.http.Exchange;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code listPortals}, {@code getPortal}, {@code listMembers} and {@code getMember}. */
final class ReadPortalsTest {
  private final TestPortals portals = new TestPortals();
  private final PortalPath okafor =
      portals.portal(
          TestPortals.SITE,
          "Okafor",
          portals.clients.subList(0, 2),
          TestPortals.person("Ngozi", "full-access"),
          TestPortals.person("Emeka", "contributor"));
  private final PortalPath berg =
      portals.portal(
          TestPortals.SITE,
          "Berg",
          portals.clients.subList(2, 3),
          TestPortals.person("Emeka", "full-access"));
  private final MemberId ngozi = portals.member("Ngozi");
  private final MemberId emeka = portals.member("Emeka");

  @Test
  void portals_areListedByName_archivedOnesByThemselves() {
    PortalCalls calls = portals.by(portals.staff);
    assertThat(TestPortals.texts(calls.list("", false), "items", "name"))
        .containsExactly("Berg", "Okafor");
    assertThat(TestPortals.texts(calls.list("oka", false), "items", "portalId"))
        .containsExactly(okafor.portal().value());
    assertThat((List<?>) calls.list("", true).get("items")).isEmpty();

    portals.calls().archive(berg);

    assertThat(TestPortals.texts(calls.list("", false), "items", "name")).containsExactly("Okafor");
    assertThat(TestPortals.texts(calls.list("", true), "items", "name")).containsExactly("Berg");
    assertThat(portals.by(portals.activate(ngozi)).list("", false).problem())
        .isEqualTo("not-found");
    assertThat(portals.by(TestFirm.person()).list("", false).problem()).isEqualTo("not-found");
  }

  @Test
  void staff_seeTheClientsAndTheMembers() {
    Exchange.Answer portal = portals.by(portals.staff).get(okafor);

    assertThat(portal.status()).isEqualTo(200);
    assertThat(portal.headers()).containsEntry("etag", "\"1\"");
    assertThat((List<?>) portal.get("clients")).hasSize(2);
    assertThat(TestPortals.texts(portal, "members", "email"))
        .containsExactly("ngozi@home.test", "emeka@home.test");
    portals.calls().archive(okafor);
    assertThat(portals.by(portals.staff).get(okafor).get("archived")).isEqualTo(true);
  }

  @Test
  void aMember_seesTheClientsAndTheirOwnRole_andNoOtherMember() {
    PersonId person = portals.activate(emeka);

    Exchange.Answer portal = portals.by(person).get(okafor);

    assertThat(portal.status()).isEqualTo(200);
    assertThat(portal.get("role")).isEqualTo("contributor");
    assertThat((List<?>) portal.get("clients")).hasSize(2);
    assertThat(portal.has("members")).isFalse();
    assertThat(portal.body().toString()).doesNotContain("home.test", "Ngozi");
    assertThat(portals.by(person).get(berg).get("role")).isEqualTo("full-access");
    assertThat(portals.by(portals.activate(ngozi)).get(berg).problem()).isEqualTo("not-found");
  }

  @Test
  void whoIsTakenOut_orLosesTheAccount_seesItNoMore() {
    PersonId person = portals.activate(emeka);
    PortalCalls asEmeka = portals.by(person);

    portals.calls().archive(okafor);
    assertThat(asEmeka.get(okafor).problem()).isEqualTo("not-found");
    portals.calls().restore(okafor);
    assertThat(asEmeka.get(okafor).status()).isEqualTo(200);
    portals.calls().remove(okafor, emeka);
    assertThat(asEmeka.get(okafor).problem()).isEqualTo("not-found");
    assertThat(asEmeka.get(berg).status()).isEqualTo(200);
    portals.revoke(emeka);
    assertThat(asEmeka.get(berg).problem()).isEqualTo("not-found");
  }

  @Test
  @Tag("MY15")
  void members_areListedByName_forStaffToChooseFrom() {
    PortalCalls calls = portals.by(portals.staff);

    assertThat(TestPortals.texts(calls.members(""), "items", "name"))
        .containsExactly("Emeka", "Ngozi");
    assertThat(TestPortals.texts(calls.members("NGO"), "items", "memberId"))
        .containsExactly(ngozi.value());
    assertThat(portals.by(portals.activate(ngozi)).members("").problem()).isEqualTo("not-found");
    assertThat(portals.by(TestFirm.person()).members("").problem()).isEqualTo("not-found");
  }

  @Test
  void aMember_hasTheirPortals_withoutArchivedOnes() {
    PortalCalls calls = portals.by(portals.staff);

    Exchange.Answer member = calls.member(emeka);

    assertThat(member.status()).isEqualTo(200);
    assertThat(member.get("account", "status")).isEqualTo("invited");
    assertThat(TestPortals.texts(member, "portals", "name"))
        .containsExactlyInAnyOrder("Okafor", "Berg");
    assertThat(TestPortals.texts(member, "portals", "role"))
        .containsExactlyInAnyOrder("contributor", "full-access");
    portals.calls().archive(okafor);
    assertThat(TestPortals.texts(calls.member(emeka), "portals", "name")).containsExactly("Berg");
    assertThat(calls.member(new MemberId(portals.firm.ids.next())).problem())
        .isEqualTo("not-found");
    assertThat(portals.by(portals.activate(emeka)).member(emeka).problem()).isEqualTo("not-found");
  }
}
