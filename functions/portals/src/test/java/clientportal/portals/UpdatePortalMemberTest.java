package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalMemberChanged;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class UpdatePortalMemberTest {
  private final TestPortals portals = new TestPortals();
  private final List<ClientId> its = portals.clients.subList(0, 2);
  private final PortalPath portal =
      portals.portal(
          TestPortals.SITE,
          "First",
          its,
          TestPortals.person("Ngozi", "full-access"),
          TestPortals.person("Emeka", "contributor"));
  private final MemberId ngozi = portals.member("Ngozi");

  @Test
  @Tag("MY14")
  void anotherRole_holdsAtOnce_withEachClient() {
    Exchange.Answer changed = portals.calls().give(portal, ngozi, "contributor");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.headers()).containsEntry("etag", "\"2\"");
    assertThat(TestPortals.texts(changed, "members", "role"))
        .containsExactly("contributor", "contributor");
    for (ClientId client : its) {
      assertThat(portals.of(client).role(ngozi)).contains(PortalRole.CONTRIBUTOR);
    }
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(
            new PortalMemberChanged(portals.stored(portal).named(), ngozi, PortalRole.CONTRIBUTOR));
  }

  @Test
  void theSameRole_changesNothing() {
    Map<Key, Item> before = portals.firm.table.everything();

    assertThat(portals.calls().give(portal, ngozi, "full-access").status()).isEqualTo(200);

    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whatIsWrong_isRefused() {
    PortalCalls calls = portals.calls();
    PortalPath second = portals.portal(TestPortals.SITE, "Second", portals.clients.subList(2, 3));

    for (String wrong : List.of("{}", "{\"role\": \"owner\"}", "{\"role\": 1}")) {
      Exchange.Answer refused = calls.updateMember(portal, ngozi, wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(TestPortals.faults(refused)).containsExactly("/role");
    }
    assertThat(calls.give(second, ngozi, "contributor").problem()).isEqualTo("not-found");
    calls.archive(portal);
    assertThat(calls.give(portal, ngozi, "contributor").problem()).isEqualTo("archived");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    assertThat(portals.by(portals.staff).updateMember(portal, ngozi, "{}").problem())
        .isEqualTo("permission-required");
    assertThat(
            portals
                .by(portals.activate(portals.member("Emeka")))
                .updateMember(portal, ngozi, "{}")
                .problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).updateMember(portal, ngozi, "{}").problem())
        .isEqualTo("not-found");
  }
}
