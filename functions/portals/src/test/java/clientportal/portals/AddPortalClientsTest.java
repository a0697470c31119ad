package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.EventData.PortalClientsAdded;
import clientportal.access.ids.ClientId;
import clientportal.access.keys.PortalPath;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AddPortalClientsTest {
  private final TestPortals portals = new TestPortals();
  private final PortalPath portal =
      portals.portal(
          TestPortals.SITE,
          "First",
          portals.clients.subList(0, 1),
          TestPortals.person("Ngozi", "full-access"));

  @Test
  void clients_areInItAtOnce_andThoseItHasStay() {
    Exchange.Answer changed = portals.calls().add(portal, portals.clients);

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.headers()).containsEntry("etag", "\"2\"");
    assertThat(TestPortals.texts(changed, "clients", "clientId"))
        .isEqualTo(portals.clients.stream().map(ClientId::value).toList());
    for (ClientId client : portals.clients) {
      assertThat(portals.of(client).role(portals.member("Ngozi"))).isPresent();
    }
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(
            new PortalClientsAdded(portals.stored(portal).named(), portals.clients.subList(1, 3)));
  }

  @Test
  void clientsThatItHas_changeNothing() {
    Map<Key, Item> before = portals.firm.table.everything();

    assertThat(portals.calls().add(portal, portals.clients.subList(0, 1)).status()).isEqualTo(200);

    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whatCannotBeAdded_isRefused_andNothingChanges() {
    PortalPath other = portals.portal(TestPortals.SITE, "Second", portals.clients.subList(1, 2));
    ClientId taken = portals.clients.get(1);
    ClientId free = portals.clients.get(2);
    Map<Key, Item> before = portals.firm.table.everything();
    PortalCalls calls = portals.calls();

    Exchange.Answer inAnother = calls.add(portal, List.of(free, taken));
    assertThat(inAnother.problem()).isEqualTo("client-in-portal");
    assertThat(TestPortals.faults(inAnother)).containsExactly("/clientIds/1");
    Exchange.Answer unknown =
        calls.addClients(
            portal, "{\"clientIds\": [\"%s\", \"x\", \"%s\"]}".formatted(free, other.portal()));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.problem()).isEqualTo("unknown-reference");
    assertThat(TestPortals.faults(unknown)).containsExactly("/clientIds/1", "/clientIds/2");
    for (String wrong : List.of("{}", "{\"clientIds\": []}", "{\"clientIds\": \"x\"}")) {
      Exchange.Answer refused = calls.addClients(portal, wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(TestPortals.faults(refused)).containsExactly("/clientIds");
    }
    Exchange.Answer twice = calls.add(portal, List.of(free, free));
    assertThat(TestPortals.faults(twice)).containsExactly("/clientIds/1");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  @Tag("MY12")
  void moreThanTwenty_areRefused() {
    List<ClientId> clients = portals.clients(21);

    assertThat(portals.calls().add(portal, clients.subList(1, 20)).status()).isEqualTo(200);
    Exchange.Answer refused = portals.calls().add(portal, clients.subList(20, 21));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("limit-reached");
    assertThat(portals.stored(portal).clients()).hasSize(20);
  }

  @Test
  void anArchivedPortal_takesNoClients() {
    portals.calls().archive(portal);

    assertThat(portals.calls().add(portal, portals.clients).problem()).isEqualTo("archived");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    assertThat(portals.by(portals.staff).addClients(portal, "{}").problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).addClients(portal, "{}").problem())
        .isEqualTo("not-found");
    assertThat(portals.by(new TestPortals().sharer).addClients(portal, "{}").problem())
        .isEqualTo("not-found");
  }
}
