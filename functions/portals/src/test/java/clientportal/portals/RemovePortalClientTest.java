package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.EventData.PortalClientRemoved;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.PortalPath;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemovePortalClientTest {
  private final TestPortals portals = new TestPortals();
  private final ClientId first = portals.clients.getFirst();
  private final ClientId second = portals.clients.get(1);
  private final PortalPath portal =
      portals.portal(
          TestPortals.SITE,
          "First",
          portals.clients.subList(0, 2),
          TestPortals.person("Ngozi", "full-access"));

  @Test
  void aClient_isOutOfItAtOnce_andMayJoinAnother() {
    Exchange.Answer answer = portals.calls().remove(portal, first);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(portals.of(first).all()).isEmpty();
    assertThat(portals.of(second).role(portals.member("Ngozi"))).isPresent();
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(new PortalClientRemoved(portals.stored(portal).named(), first));
    assertThat(
            portals
                .calls()
                .create(TestPortals.body(TestPortals.SITE, "Second", portals.clients.subList(0, 1)))
                .status())
        .isEqualTo(201);
  }

  @Test
  void theLastClient_stays() {
    portals.calls().remove(portal, first);
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer refused = portals.calls().remove(portal, second);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("status-conflict");
    assertThat(refused.get("state")).isEqualTo("last-client");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aClientThatIsNotInIt_orAPortalThatIsArchived_isRefused() {
    assertThat(portals.calls().remove(portal, portals.clients.get(2)).problem())
        .isEqualTo("not-found");
    portals.calls().archive(portal);

    assertThat(portals.calls().remove(portal, first).problem()).isEqualTo("archived");
  }

  @Test
  void whoMayNot_isRefused() {
    PersonId member = portals.activate(portals.member("Ngozi"));

    assertThat(portals.by(portals.staff).remove(portal, first).problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(member).remove(portal, first).problem()).isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).remove(portal, first).problem())
        .isEqualTo("not-found");
  }
}
