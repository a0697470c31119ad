package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalMemberRemoved;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.AccountStatus;
import clientportal.platform.http.Exchange;
import org.junit.jupiter.api.Test;

final class RemovePortalMemberTest {
  private final TestPortals portals = new TestPortals();
  private final PortalPath portal =
      portals.portal(
          TestPortals.SITE,
          "First",
          portals.clients.subList(0, 2),
          TestPortals.person("Ngozi", "full-access"));
  private final MemberId ngozi = portals.member("Ngozi");

  @Test
  void aMember_isOutOfItAtOnce_andKeepsTheAccountAndOtherPortals() {
    PortalPath other =
        portals.portal(
            TestPortals.OTHER_SITE,
            "Second",
            portals.clients.subList(0, 1),
            TestPortals.known(ngozi, "contributor"));

    Exchange.Answer answer = portals.calls().remove(portal, ngozi);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(portals.stored(portal).members()).isEmpty();
    assertThat(portals.of(portals.clients.getFirst()).role(ngozi)).contains(PortalRole.CONTRIBUTOR);
    assertThat(portals.of(portals.clients.get(1)).role(ngozi)).isEmpty();
    assertThat(portals.stored(other).members()).containsOnlyKeys(ngozi);
    assertThat(portals.stored(ngozi).account()).isEqualTo(AccountStatus.INVITED);
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(new PortalMemberRemoved(portals.stored(portal).named(), ngozi));
    assertThat(portals.calls().remove(portal, ngozi).problem()).isEqualTo("not-found");
  }

  @Test
  void anArchivedPortal_keepsItsMembers() {
    portals.calls().archive(portal);

    assertThat(portals.calls().remove(portal, ngozi).problem()).isEqualTo("archived");
  }

  @Test
  void whoMayNot_isRefused() {
    assertThat(portals.by(portals.staff).remove(portal, ngozi).problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(portals.activate(ngozi)).remove(portal, ngozi).problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).remove(portal, ngozi).problem())
        .isEqualTo("not-found");
  }
}
